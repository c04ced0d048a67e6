/** One question: what is asked, what helps, a box that saves itself, and what the other wrote when it can be read. */
import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useId, type ReactNode } from 'react';
import { answerLimit, saveAnswer, type Preparations } from '#api/preparation/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { useAutosave } from '#tabs/platform/autosave/use-autosave.ts';
import { useCall } from '#tabs/platform/call/use-call.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { SavedText } from '#tabs/ui/SavedText.tsx';
import type { Asked } from './use-questions.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  part: { color: tokens.colorNeutralForeground2, display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
  title: { margin: 0, overflowWrap: 'anywhere', hyphens: 'auto', '@media (max-width: 480px)': { fontSize: tokens.fontSizeBase500 } },
  hint: { color: tokens.colorNeutralForeground2 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '1.5' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Key of an answer's autosave; all of a talk's begin alike. */
export const answerKey = (talkId: string, questionId = ''): string => `answer/${talkId}/${questionId}`;

export type QuestionBoxProps = {
  talk: TalkWithTemplate;
  preparations: Preparations;
  asked: Asked;
  /** Writing is open: not shared and not started. */
  open: boolean;
  badge: ReactNode;
  onSaved: () => void;
};

export function QuestionBox({ talk, preparations, asked: { part, question }, open, badge, onSaved }: QuestionBoxProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const language = useLanguage();
  const call = useCall();
  const [id, about] = [useId(), useId()];
  const { talkId } = talk;
  const stored = preparations.mine.answers.find(({ questionId }) => questionId === question.id) ?? { text: '', version: 0 };
  const save = useCallback(
    (text: string, version: number) => call(saveAnswer, { params: { talkId, questionId: question.id }, body: { text }, version }),
    [call, talkId, question.id],
  );
  const autosave = useAutosave({ key: answerKey(talkId, question.id), stored, save, limit: answerLimit });
  const { state } = autosave;
  useEffect(() => {
    if (state === 'saved') onSaved();
  }, [state, onSaved]);
  // What could not be saved before writing closed stays on the screen, to be taken up in the talk.
  const writing = open || state === 'problem' || state === 'not-connected' || state === 'saving';
  return (
    <section aria-labelledby={id} className={styles.box}>
      <Text size={200} className={styles.part}>
        {`${part.title[language]} · ${part.guidance[language]}`}
      </Text>
      <Title3 as="h2" id={id} className={styles.title}>
        {question.text[language]}
      </Title3>
      <Text id={about} className={styles.hint}>
        {((talk.me === 'manager' && question.managerHint) || question.hint)[language]}
      </Text>
      {writing ? (
        <SavedText
          autosave={autosave}
          limit={answerLimit}
          tooLong="answer-too-long"
          labelledBy={id}
          describedBy={about}
          placeholder={t('placeholder')}
        />
      ) : (
        <p className={styles.text}>{autosave.text || t('noAnswer')}</p>
      )}
      <div>{badge}</div>
      <Theirs talk={talk} preparations={preparations} questionId={question.id} />
    </section>
  );
}

function Theirs({
  talk,
  preparations: { theirs },
  questionId,
}: {
  talk: TalkWithTemplate;
  preparations: Preparations;
  questionId: string;
}) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const { name } = talk.me === 'employee' ? talk.manager : talk.employee;
  const answer = theirs.answers?.find((one) => one.questionId === questionId);
  if (answer?.text) {
    return (
      <Fold title={t('theyWrote', { name })}>
        <p className={styles.text}>{answer.text}</p>
      </Fold>
    );
  }
  if (theirs.answers || !theirs.releasedAt || talk.releaseRule === 'on-release') return null;
  return (
    <Text size={200} className={styles.quiet}>
      {t(talk.releaseRule === 'talk-start' ? 'theySharedStart' : 'theyShared', { name })}
    </Text>
  );
}
