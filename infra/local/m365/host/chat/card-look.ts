/** How Adaptive Cards look here: Fluent's tokens, so that they follow the theme by themselves. */
import { tokens } from '@fluentui/react-components';

const colour = (normal: string, quiet = normal): unknown => ({
  default: normal,
  subtle: quiet,
  highlightColors: { default: normal, subtle: quiet },
});
const colours = {
  default: colour(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  dark: colour(tokens.colorNeutralForeground1),
  light: colour(tokens.colorNeutralForeground2),
  accent: colour(tokens.colorBrandForeground1),
  good: colour(tokens.colorPaletteGreenForeground1),
  warning: colour(tokens.colorPaletteDarkOrangeForeground1),
  attention: colour(tokens.colorPaletteRedForeground1),
};
const ground = (backgroundColor: string): unknown => ({ backgroundColor, foregroundColors: colours });

export const cardLook = {
  fontFamily: tokens.fontFamilyBase,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  supportsInteractivity: true,
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: ground('transparent'),
    emphasis: ground(tokens.colorNeutralBackground3),
    accent: ground(tokens.colorBrandBackground2),
    good: ground(tokens.colorPaletteGreenBackground1),
    warning: ground(tokens.colorPaletteYellowBackground1),
    attention: ground(tokens.colorPaletteRedBackground1),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 0,
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  factSet: { title: { weight: 'bolder', maxWidth: 140 }, spacing: 12 },
};
