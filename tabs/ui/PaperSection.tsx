/** A part of something printed: a thin line, its heading with something quiet beside it, and what it holds. */
import { makeStyles, tokens } from '@fluentui/react-components';
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

export function PaperSection({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{title}</h2>
        {aside && <span>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
