/** What went wrong, that nothing is lost, what to do; details folded. Announced when it appears. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { asRefused } from '../platform/call/refused.ts';
import { useProblemTexts, useTexts } from '../platform/texts/texts.ts';

const useStyles = makeStyles({
  bar: { height: 'auto', paddingTop: '8px', paddingBottom: '8px', alignItems: 'start' },
  body: { whiteSpace: 'normal' },
  details: { marginTop: '4px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

export type ProblemNoticeProps = {
  /** What was thrown; null shows nothing. */
  error: unknown;
  onRetry?: () => void;
  /** Takes the place of the retry button's words. */
  retryText?: string;
};

export function ProblemNotice({ error, onRetry, retryText }: ProblemNoticeProps) {
  const styles = useStyles();
  const t = useTexts('app');
  const textsOf = useProblemTexts();
  if (error === null || error === undefined) return null;
  const { problem, passing } = asRefused(error);
  const { title, text } = textsOf(problem);
  const details = [problem.status || null, problem.reason, problem.field, problem.detail, problem.requestId].filter(Boolean).join(' · ');
  return (
    <MessageBar intent={passing ? 'warning' : 'error'} layout="multiline" className={styles.bar} role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{title}</MessageBarTitle> {text}
        <details className={styles.details}>
          <summary>{t('details')}</summary>
          {details}
        </details>
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {retryText ?? t('tryAgain')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
