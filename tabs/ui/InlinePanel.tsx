/** A panel that opens on the page itself instead of in a window over it: takes the focus, and Escape closes it. What is in it is up to whoever opens it. */
import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
    '@media (max-width: 480px)': { padding: '12px' },
  },
  strong: { border: `1px solid ${tokens.colorBrandStroke1}` },
  title: { margin: 0 },
});

export type InlinePanelProps = {
  title: string;
  level: 'h2' | 'h3';
  /** `strong`: something that others will notice. */
  look?: 'plain' | 'strong';
  onClose: () => void;
  children: ReactNode;
};

export function InlinePanel({ title, level, look = 'plain', onClose, children }: InlinePanelProps) {
  const styles = useStyles();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <div
      ref={panel}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      className={mergeClasses(styles.panel, look === 'strong' && styles.strong)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Subtitle2 as={level} id={id} className={styles.title}>
        {title}
      </Subtitle2>
      {children}
    </div>
  );
}
