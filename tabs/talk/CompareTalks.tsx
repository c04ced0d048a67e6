/** Two talks side by side, question by question: what each of the two wrote then, and what they write now. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { readPreparations, type Preparations } from '#api/preparation/contract.ts';
import { readTalk, type Side, type TalkWithTemplate } from '#api/talk/contract.ts';
import type { Question } from '#api/template/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { ErasedNotes } from './ErasedNotes.tsx';
import { questionsOfBoth } from './use-compared.ts';

const useStyles = makeStyles({
  question: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  words: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  both: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))', gap: '8px 16px' },
  one: { minWidth: 0, padding: '8px 12px', backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { margin: '0 0 8px', overflowWrap: 'anywhere' },
});

type Read = { talk: TalkWithTemplate; preparations: Preparations };

function useBoth(talkId: string) {
  const talk = useRead(readTalk, { params: { talkId } });
  const preparations = useRead(readPreparations, { params: { talkId } });
  const read: Read | null = talk.data && preparations.data ? { talk: talk.data, preparations: preparations.data } : null;
  return { read, error: talk.error ?? preparations.error, again: () => void Promise.all([talk.refetch(), preparations.refetch()]) };
}

export type CompareTalksProps = {
  earlierId: string;
  laterId: string;
  onClose: () => void;
  /** How an answer is shown, by the form of its question. */
  answerOf: (form: Question['form'], text: string) => ReactNode;
};

/** The earlier one first, as time goes. Escape closes it. */
export function CompareTalks({ earlierId, laterId, onClose, answerOf }: CompareTalksProps) {
  const t = useTexts('history');
  const earlier = useBoth(earlierId);
  const later = useBoth(laterId);
  const failed = earlier.error ?? later.error;
  const stop = (
    <Button size="small" onClick={onClose}>
      {t('stop')}
    </Button>
  );
  return (
    <div onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <Section title={t('compareTitle')} look="strong" aside={stop}>
        {earlier.read && later.read ? (
          <SideBySide earlier={earlier.read} later={later.read} answerOf={answerOf} />
        ) : failed ? (
          <ProblemNotice error={failed} onRetry={() => [earlier, later].forEach(({ again }) => again())} />
        ) : (
          <BlockSkeleton size={128} />
        )}
      </Section>
    </div>
  );
}

function SideBySide({ earlier, later, answerOf }: { earlier: Read; later: Read } & Pick<CompareTalksProps, 'answerOf'>) {
  const styles = useStyles();
  const language = useLanguage();
  const both = [earlier, later];
  const kept = both.filter(({ talk }) => !talk.notesErased);
  const questions = kept.length > 0 ? questionsOfBoth(earlier.talk.template, later.talk.template) : [];
  return (
    <>
      {both.map(({ talk }) => talk.notesErased && <Gone key={talk.talkId} talk={talk} erased={talk.notesErased} />)}
      {questions.map((question) => (
        <div key={question.id} className={styles.question}>
          <h3 className={styles.words}>{question.text[language]}</h3>
          <div className={styles.both}>
            {kept.map((read) => (
              <Then key={read.talk.talkId} read={read} questionId={question.id} answerOf={answerOf} />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}

/** In place of the answers of a talk that has been kept for long enough. */
function Gone({ talk, erased }: { talk: TalkWithTemplate; erased: NonNullable<TalkWithTemplate['notesErased']> }) {
  const styles = useStyles();
  return (
    <div className={styles.one}>
      <When talk={talk} />
      <div>
        <ErasedNotes erased={erased} />
      </div>
    </div>
  );
}

function When({ talk }: { talk: TalkWithTemplate }) {
  const t = useTexts('history');
  const dates = useDates();
  const at = talk.startedAt ?? talk.start;
  return (
    <Text size={200} weight="semibold">
      {t('then', { cycle: talk.cycleName, day: at ? dates.inText.day(at) : t('noDay') })}
    </Text>
  );
}

const sides: readonly Side[] = ['employee', 'manager'];

function Then({
  read: { talk, preparations },
  questionId,
  answerOf,
}: { read: Read; questionId: string } & Pick<CompareTalksProps, 'answerOf'>) {
  const styles = useStyles();
  const t = useTexts('history');
  const given = sides.flatMap((side) => {
    const answers = side === talk.me ? preparations.mine.answers : (preparations.theirs.answers ?? []);
    const text = answers.find((answer) => answer.questionId === questionId)?.text.trim() ?? '';
    // As it was asked then: the same question may have had another form.
    const form = talk.template.parts.flatMap(({ questions }) => questions).find(({ id }) => id === questionId)?.form;
    return text === '' || !form ? [] : [{ side, text, form }];
  });
  return (
    <div className={styles.one}>
      <When talk={talk} />
      {given.length === 0 && <p className={styles.quiet}>{t('noAnswer')}</p>}
      {given.map(({ side, text, form }) => (
        <div key={side}>
          <Text size={200} className={styles.quiet}>
            {talk[side].name}
          </Text>
          <div className={styles.text}>{answerOf(form, text)}</div>
        </div>
      ))}
    </div>
  );
}
