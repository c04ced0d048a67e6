/** What an employee lets their new manager read of a talk that somebody else held; to read only. Once it is taken back it leaves the screen. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { readPassed } from '#api/talk/passing/contract.ts';
import type { Question } from '#api/template/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { FormattedText } from '#tabs/ui/FormattedText.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { ErasedNotes } from './ErasedNotes.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type PassedContentProps = {
  talkId: string;
  /** How an answer is shown, by the form of its question. */
  answerOf: (form: Question['form'], text: string) => ReactNode;
};

export function PassedContent({ talkId, answerOf }: PassedContentProps) {
  const styles = useStyles();
  const t = useTexts('history');
  const language = useLanguage();
  const { data, error, refetch } = useRead(readPassed, { params: { talkId } }, { refetchEvery: 30_000 });
  if (error?.reason === 'not-found') return <Text className={styles.quiet}>{t('passedGone')}</Text>;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <BlockSkeleton size={96} />;
  const { employee, manager, preparation, notes, notesErased } = data;
  if (notesErased) return <ErasedNotes erased={notesErased} />;
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
              {answerOf(question.form, text)}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
