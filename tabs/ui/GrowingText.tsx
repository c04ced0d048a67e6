/** A text box that grows with what is written in it. Undo is the box's own; it never cuts what is typed or pasted. */
import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import type { Ref, TextareaHTMLAttributes } from 'react';

const useStyles = makeStyles({
  box: {
    width: '100%',
    boxSizing: 'border-box',
    padding: '10px 12px',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '1.5',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStrokeAccessible),
    borderRadius: tokens.borderRadiusMedium,
    resize: 'vertical',
    fieldSizing: 'content',
    maxHeight: '70vh',
    overflowY: 'auto',
    '::placeholder': { color: tokens.colorNeutralForeground3 },
    ':focus-visible': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-1px' },
    ':read-only': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  usual: { minHeight: '160px' },
  small: { minHeight: '72px' },
});

export type GrowingTextProps = TextareaHTMLAttributes<HTMLTextAreaElement> & { small?: boolean; ref?: Ref<HTMLTextAreaElement> };

export function GrowingText({ small = false, className, value, ...more }: GrowingTextProps) {
  const styles = useStyles();
  // Where the browser cannot size the box by its content, the number of lines does.
  const lines = String(value ?? '').split('\n').length;
  return (
    <textarea
      {...more}
      value={value}
      rows={Math.min(Math.max(lines, small ? 3 : 6), 24)}
      className={mergeClasses(styles.box, small ? styles.small : styles.usual, className)}
    />
  );
}
