/** What an employee lets their new manager read of a talk that somebody else held; to read only. Once it is taken back it leaves the screen. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { readPassed } from '#api/talk/passing/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { AnswerText } from '#tabs/preparation/AnswerText.tsx';
import { FormattedText } from '#tabs/ui/FormattedText.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function PassedContent({ talkId }: { talkId: string }) {
  const styles = useStyles();
  const t = useTexts('history');
  const language = useLanguage();
  const { data, error, refetch } = useRead(readPassed, { params: { talkId } }, { refetchEvery: 30_000 });
  if (error?.reason === 'not-found') return <Text className={styles.quiet}>{t('passedGone')}</Text>;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <BlockSkeleton size={96} />;
  const { employee, manager, preparation, notes } = data;
  return (
    <>
      <Text className={styles.quiet}>{t('passedFrom', { name: employee.name, manager: manager.name })}</Text>
      {notes && (
        <div className={styles.part}>
          <h3 className={styles.heading}>{t('where.shared-notes')}</h3>
          <FormattedText pieces={notes} />
        </div>
      )}
      {preparation && (
        <div className={styles.part}>
          <h3 className={styles.heading}>{t('where.employee-preparation')}</h3>
          {preparation.map(({ question, text }) => (
            <div key={question.id}>
              <Text block className={styles.quiet}>
                {question.text[language]}
              </Text>
              <AnswerText form={question.form} text={text} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}
