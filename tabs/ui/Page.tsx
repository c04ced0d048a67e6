/** A page: one heading that takes focus on arrival, a way back, actions, and content with a readable width. Knows no talk. */
import { Link, makeStyles, mergeClasses, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useFocusOnArrival, useLinkTo } from '../platform/routes/use-place.ts';
import type { Place } from '../platform/routes/routes.ts';

const useStyles = makeStyles({
  page: {
    padding: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '20px',
    maxWidth: '1120px',
    width: '100%',
    boxSizing: 'border-box',
    margin: '0 auto',
    // Paper has a margin of its own.
    '@media print': { padding: 0 },
  },
  narrow: { maxWidth: '760px' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'flex-end', justifyContent: 'space-between' },
  words: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0, flex: '1 1 240px' },
  back: { display: 'inline-flex', alignItems: 'center', gap: '2px', alignSelf: 'flex-start', minHeight: '24px' },
  title: {
    ...typographyStyles.title2,
    margin: 0,
    outlineStyle: 'none',
    overflowWrap: 'anywhere',
    hyphens: 'auto',
    // Swedish words are long; in a side panel the large title would break most of them.
    '@media (max-width: 480px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
  lead: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

export type PageProps = {
  title: string;
  /** One quiet sentence under the heading. */
  lead?: ReactNode;
  /** Where "back" leads, and what it says. */
  back?: { to: Place; text: string };
  actions?: ReactNode;
  /** For pages with steps inside: a change moves focus to the heading again. */
  step?: string;
  /** For reading and writing: shorter lines. */
  narrow?: boolean;
  children: ReactNode;
};

export function Page({ title, lead, back, actions, step, narrow = false, children }: PageProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const linkTo = useLinkTo();
  const about = useId();
  useFocusOnArrival(heading, step);
  useEffect(() => {
    document.title = `${title} · Samtal`;
  }, [title]);
  return (
    <div className={mergeClasses(styles.page, narrow && styles.narrow)}>
      <div className={styles.head}>
        <div className={styles.words}>
          {back && (
            <Link className={styles.back} {...linkTo(back.to)}>
              <ChevronLeft20Regular aria-hidden />
              {back.text}
            </Link>
          )}
          <h1 ref={heading} tabIndex={-1} className={styles.title} aria-describedby={lead ? about : undefined}>
            {title}
          </h1>
          {lead && (
            <Text id={about} className={styles.lead}>
              {lead}
            </Text>
          )}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
