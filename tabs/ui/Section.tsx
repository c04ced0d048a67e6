/** A part of a page with its own heading, as a quiet card or without a frame. */
import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  card: {
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 480px)': { padding: '12px' },
  },
  // The one thing to do now: a band of the brand colour, and the word for it, so that it is not colour alone.
  strong: { borderLeft: `4px solid ${tokens.colorBrandStroke1}` },
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', justifyContent: 'space-between' },
  title: { margin: 0 },
  lead: { color: tokens.colorNeutralForeground2 },
});

export type SectionProps = {
  title: string;
  lead?: ReactNode;
  /** Buttons or a badge at the right of the heading. */
  aside?: ReactNode;
  /** `card` (default), `strong` for what should be done now, `plain` without a frame. */
  look?: 'card' | 'strong' | 'plain';
  children: ReactNode;
};

export function Section({ title, lead, aside, look = 'card', children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={mergeClasses(styles.section, look !== 'plain' && styles.card, look === 'strong' && styles.strong)}
    >
      <div className={styles.head}>
        <Subtitle2 as="h2" id={id} className={styles.title}>
          {title}
        </Subtitle2>
        {aside}
      </div>
      {lead && <Text className={styles.lead}>{lead}</Text>}
      {children}
    </section>
  );
}
