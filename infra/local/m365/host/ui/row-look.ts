/** How rows that are not Fluent's own look when the keyboard or the mouse is on them, or they are chosen; readable in high contrast too. */
import { tokens } from '@fluentui/react-components';

export const focusRing = {
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
} as const;

export const hovered = {
  ':hover': {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    color: tokens.colorNeutralForeground1Hover,
    '& .fui-Text': { color: 'inherit' },
  },
} as const;

export const chosen = {
  backgroundColor: tokens.colorNeutralBackground1Selected,
  color: tokens.colorNeutralForeground1Selected,
  '& .fui-Text': { color: 'inherit' },
} as const;
