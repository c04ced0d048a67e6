/** One question: what is asked, what helps, an answer that saves itself, and beside it what the other wrote when that can be read. */
import { makeStyles, mergeClasses, Text, Title3, tokens, typographyStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useId, type ReactNode } from 'react';
import { answerLimit, saveAnswer, type Preparations } from '#api/preparation/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { useAutosave } from '#tabs/platform/autosave/use-autosave.ts';
import { useCall } from '#tabs/platform/call/use-call.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { AnswerText } from './AnswerText.tsx';
import { MarkedAnswer } from './MarkedAnswer.tsx';
import { TextAnswer } from './TextAnswer.tsx';
import { Theirs, TheirsWaits, VoicePanel } from './Theirs.tsx';
import type { Asked } from './use-questions.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  part: { color: tokens.colorNeutralForeground2, display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
  title: {
    margin: 0,
    overflowWrap: 'anywhere',
    hyphens: 'auto',
    outlineStyle: 'none',
    '@media (max-width: 480px)': { fontSize: tokens.fontSizeBase500 },
  },
  // Under the heading of its part, and quieter than that.
  inPart: { ...typographyStyles.subtitle2, '@media (max-width: 480px)': { fontSize: tokens.fontSizeBase400 } },
  hint: { color: tokens.colorNeutralForeground2 },
  // Own words first and to the left; the other's beside them where there is room.
  voices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
    gap: '12px 20px',
    alignItems: 'start',
  },
});

/** Key of an answer's autosave; all of a talk's begin alike. */
export const answerKey = (talkId: string, questionId = ''): string => `answer/${talkId}/${questionId}`;
/** Id of a question's heading on the page, to go to. */
export const headingId = (questionId: string): string => `question-${questionId}`;

export type QuestionBoxProps = {
  talk: TalkWithTemplate;
  preparations: Preparations;
  asked: Asked;
  /** Writing is open: not shared and not started. */
  open: boolean;
  badge?: ReactNode;
  onSaved: () => void;
  /** The part is named above already. */
  partKnown?: boolean;
};

export function QuestionBox({ talk, preparations, asked, open, badge, onSaved, partKnown = false }: QuestionBoxProps) {
  const styles = useStyles();
  const language = useLanguage();
  const about = useId();
  const { part, question } = asked;
  const id = headingId(question.id);
  return (
    <section aria-labelledby={id} className={styles.box}>
      {!partKnown && (
        <Text size={200} className={styles.part}>
          {`${part.title[language]} · ${part.guidance[language]}`}
        </Text>
      )}
      <Title3 as={partKnown ? 'h3' : 'h2'} id={id} tabIndex={-1} className={mergeClasses(styles.title, partKnown && styles.inPart)}>
        {question.text[language]}
      </Title3>
      <Text id={about} className={styles.hint}>
        {((talk.me === 'manager' && question.managerHint) || question.hint)[language]}
      </Text>
      <div className={styles.voices}>
        <Mine talk={talk} preparations={preparations} asked={asked} open={open} onSaved={onSaved} labelledBy={id} describedBy={about} />
        <Theirs talk={talk} preparations={preparations} question={question} />
      </div>
      <TheirsWaits talk={talk} preparations={preparations} />
      {badge && <div>{badge}</div>}
    </section>
  );
}

type MineProps = Omit<QuestionBoxProps, 'badge' | 'partKnown'> & { labelledBy: string; describedBy: string };

function Mine({ talk: { talkId }, preparations, asked: { question }, open, onSaved, labelledBy, describedBy }: MineProps) {
  const t = useTexts('preparation');
  const language = useLanguage();
  const call = useCall();
  const { form, id: questionId } = question;
  const stored = preparations.mine.answers.find((one) => one.questionId === questionId) ?? { text: '', version: 0 };
  const save = useCallback(
    (text: string, version: number) => call(saveAnswer, { params: { talkId, questionId }, body: { text }, version }),
    [call, talkId, questionId],
  );
  const autosave = useAutosave({ key: answerKey(talkId, questionId), stored, save, limit: answerLimit });
  const { state, text } = autosave;
  useEffect(() => {
    if (state === 'saved') onSaved();
  }, [state, onSaved]);
  // What could not be saved before writing closed stays on the screen, to be taken up in the talk.
  const writing = open || state === 'problem' || state === 'not-connected' || state === 'saving';
  if (!writing)
    return (
      <VoicePanel title={t('youWrote')}>
        {text.trim() === '' ? <Text italic>{t('noAnswer')}</Text> : <AnswerText form={form} text={text} />}
      </VoicePanel>
    );
  const names = { labelledBy, describedBy };
  return form.kind === 'text' ? (
    <TextAnswer autosave={autosave} {...names} />
  ) : (
    <MarkedAnswer form={form} autosave={autosave} {...names} label={question.text[language]} />
  );
}
