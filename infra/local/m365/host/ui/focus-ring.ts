/** How things that are not Fluent's own show that the keyboard is on them. */
import { tokens } from '@fluentui/react-components';

export const focusRing = {
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
} as const;
