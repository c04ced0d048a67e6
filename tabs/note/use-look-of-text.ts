/** How the text of shared notes looks, in the editor and in its history: theme tokens only, so that dark and high contrast follow. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { cursorClass, markedClass } from './use-cursors.ts';

const useStyles = makeStyles({
  text: {
    '& .ProseMirror': { minHeight: '120px', boxSizing: 'border-box', padding: '12px', outlineStyle: 'none' },
    '& .ProseMirror, & .past': {
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: tokens.fontSizeBase300,
      lineHeight: '1.5',
    },
    '& .ProseMirror > :first-child, & .past > :first-child': { marginTop: 0 },
    '& .ProseMirror > :last-child, & .past > :last-child': { marginBottom: 0 },
    '& p': { margin: '0 0 8px' },
    '& h3': { margin: '12px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
    '& ul, & ol': { margin: '0 0 8px', paddingLeft: '22px' },
    '& li p': { margin: 0 },
    '& a': { color: tokens.colorBrandForegroundLink, textDecorationLine: 'underline' },
    '& ul[data-type="taskList"]': { listStyleType: 'none', paddingLeft: 0 },
    '& ul[data-type="taskList"] ul': { marginBottom: 0 },
    '& ul[data-type="taskList"] > li': { display: 'flex', gap: '8px', alignItems: 'flex-start' },
    '& ul[data-type="taskList"] > li > label': {
      position: 'relative',
      flexShrink: 0,
      display: 'inline-flex',
      width: '20px',
      height: '21px',
    },
    '& ul[data-type="taskList"] > li > div': { flexGrow: 1, minWidth: 0 },
    '& input[type="checkbox"]': { width: '16px', height: '16px', margin: '3px 2px', accentColor: tokens.colorBrandBackground },
    [`& .${cursorClass}`]: {
      position: 'relative',
      marginLeft: '-1px',
      marginRight: '-1px',
      borderLeft: `2px solid ${tokens.colorBrandStroke1}`,
      pointerEvents: 'none',
    },
    [`& .${cursorClass}::after`]: {
      content: 'attr(data-name)',
      position: 'absolute',
      bottom: '100%',
      left: '-2px',
      maxWidth: '140px',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      padding: '0 4px',
      borderRadius: tokens.borderRadiusSmall,
      fontSize: tokens.fontSizeBase100,
      lineHeight: tokens.lineHeightBase100,
      fontWeight: tokens.fontWeightRegular,
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackground,
      border: `1px solid ${tokens.colorTransparentStroke}`,
      // Says whose it is and goes: it lies on the words above, and the bar stays.
      animationName: { from: { opacity: 1 }, to: { opacity: 0 } },
      animationDelay: '4s',
      animationDuration: '400ms',
      animationFillMode: 'forwards',
    },
    // A line under what another has marked: a ground of another colour would not keep its contrast in every theme.
    [`& .${markedClass}`]: { borderBottom: `2px solid ${tokens.colorBrandStroke1}` },
  },
});

/** Class of an element around the text. */
export const useLookOfText = (): string => useStyles().text;
