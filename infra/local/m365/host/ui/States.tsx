/** What is shown instead of content: it is being fetched, there is none, or it went wrong. */
import { Body1, Button, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DeskRefusal } from '../desk-api/desk-call.ts';
import { useTexts } from '../me.ts';

const useStyles = makeStyles({
  state: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    flexGrow: 1,
    minHeight: '160px',
    padding: '24px 16px',
    boxSizing: 'border-box',
    textAlign: 'center',
  },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '360px' },
  title: { margin: 0 },
  action: { marginTop: '8px' },
});

export function Loading({ label }: { label?: string }) {
  const styles = useStyles();
  const t = useTexts();
  return (
    <div className={styles.state}>
      <Spinner label={label ?? t.loading} labelPosition="below" delay={150} />
    </div>
  );
}

export type NothingProps = { title: string; text?: string; action?: ReactNode; drawing?: ReactNode };

export function Nothing({ title, text, action, drawing }: NothingProps) {
  const styles = useStyles();
  return (
    <div className={styles.state}>
      {drawing ?? <Drawing />}
      <Subtitle2 as="h2" className={styles.title}>
        {title}
      </Subtitle2>
      {text && <Body1 className={styles.text}>{text}</Body1>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

export function Wrong({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const styles = useStyles();
  const t = useTexts();
  return (
    <div className={styles.state} role="alert">
      <Subtitle2 as="h2" className={styles.title}>
        {t.wrong.title}
      </Subtitle2>
      <Body1 className={styles.text}>{useSentence(error)}</Body1>
      {onRetry && (
        <Button className={styles.action} onClick={onRetry}>
          {t.again}
        </Button>
      )}
    </div>
  );
}

/** The desk's own sentence where it has one. */
export function useSentence(error: unknown): string {
  const t = useTexts();
  if (!(error instanceof DeskRefusal)) return t.wrong.unknown;
  return error.status === 0 ? t.wrong.unreachable : error.message;
}

/** A quiet evening window: nothing to do here. */
function Drawing() {
  return (
    <svg width="96" height="72" viewBox="0 0 96 72" aria-hidden="true" focusable="false">
      <rect x="8" y="8" width="80" height="52" rx="10" fill={tokens.colorBrandBackground2} />
      <path d="M30 60h36l-6 8H36z" fill={tokens.colorNeutralStroke1} />
      <circle cx="66" cy="26" r="8" fill={tokens.colorBrandForeground2} opacity="0.55" />
      <path d="M16 52c8-14 16-18 24-10s12 8 18 0 14-6 22 10z" fill={tokens.colorBrandForeground2} opacity="0.35" />
      <path d="M22 22h18M22 30h12" stroke={tokens.colorBrandForeground2} strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
