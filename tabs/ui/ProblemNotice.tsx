/** What went wrong, that nothing is lost, what to do; details folded. Announced when it appears. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { asRefused, type Refused } from '../platform/call/refused.ts';
import { useFaultTexts, useProblemTexts } from '../platform/texts/problem-texts.ts';
import { useTexts } from '../platform/texts/texts.ts';

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

export function ProblemNotice({ error, ...given }: ProblemNoticeProps) {
  const faultTexts = useFaultTexts();
  if (error === null || error === undefined) return null;
  const refused = asRefused(error);
  const texts = faultTexts(refused.problem);
  if (texts) return <Notice refused={refused} {...texts} {...given} />;
  return (
    <Suspense>
      <RefusalNotice refused={refused} {...given} />
    </Suspense>
  );
}

type NoticeProps = Omit<ProblemNoticeProps, 'error'> & { refused: Refused };

/** Its texts come with most pages; where they have not come yet, only this waits for them. */
function RefusalNotice(props: NoticeProps) {
  const textsOf = useProblemTexts();
  return <Notice {...props} {...textsOf(props.refused.problem)} />;
}

function Notice({ refused: { problem, passing }, title, text, onRetry, retryText }: NoticeProps & { title: string; text: string }) {
  const styles = useStyles();
  const t = useTexts('app');
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
