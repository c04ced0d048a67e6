/** Something that folds: a heading that is a button, and what is under it. Folded content is not in the page at all. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  fold: { minWidth: 0 },
  heading: { margin: 0, font: 'inherit' },
  button: {
    width: '100%',
    minHeight: '32px',
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '6px 0',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0 },
  title: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  aside: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  inside: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '4px 0 8px' },
  indented: { paddingLeft: '22px' },
});

export type FoldProps = {
  title: ReactNode;
  /** Quiet words at the right: minutes, a count. */
  aside?: ReactNode;
  openAtFirst?: boolean;
  /** When it changes, the fold is as at first again. */
  anew?: string;
  /** Level of the heading; without one the button stands alone. */
  level?: 2 | 3 | 4;
  strong?: boolean;
  indented?: boolean;
  children: ReactNode;
};

export function Fold({ title, aside, openAtFirst = false, anew = '', level, strong = false, indented = false, children }: FoldProps) {
  const styles = useStyles();
  const id = useId();
  const [{ open, since }, setOpen] = useState({ open: openAtFirst, since: anew });
  if (since !== anew) setOpen({ open: openAtFirst, since: anew });
  const Heading = level ? (`h${level}` as const) : 'div';
  return (
    <div className={styles.fold}>
      <Heading className={styles.heading}>
        <button
          type="button"
          className={mergeClasses(styles.button, strong && styles.strong)}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen({ open: !open, since })}
        >
          {open ? (
            <ChevronDown16Regular className={styles.icon} aria-hidden />
          ) : (
            <ChevronRight16Regular className={styles.icon} aria-hidden />
          )}
          <span className={styles.title}>{title}</span>
          {aside && <span className={styles.aside}>{aside}</span>}
        </button>
      </Heading>
      {open && (
        <div id={id} className={mergeClasses(styles.inside, indented && styles.indented)}>
          {children}
        </div>
      )}
    </div>
  );
}
