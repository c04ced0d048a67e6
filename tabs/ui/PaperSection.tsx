/** A part of something printed: a thin line, its heading with something quiet beside it, and what it holds; on paper, if wanted, on a page of its own. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    minWidth: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    paddingTop: '8px',
  },
  newPage: { breakBefore: 'page' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    breakAfter: 'avoid',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

type PaperSectionProps = { title: string; aside?: string; newPage?: boolean; children: ReactNode };

export function PaperSection({ title, aside, newPage = false, children }: PaperSectionProps) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.part, newPage && styles.newPage)}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{title}</h2>
        {aside && <span>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
