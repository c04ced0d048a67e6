/** Pieces of the printed talk: one part of the agenda, in short or with what both have shared, lines to write on, and the agreements since last time. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { listAgreements } from '#api/agreement/contract.ts';
import type { Preparations } from '#api/preparation/contract.ts';
import { listMyTalks, listTeamTalks, type Side, type TalkWithTemplate } from '#api/talk/contract.ts';
import type { Part, Question } from '#api/template/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { PaperSection } from '#tabs/ui/PaperSection.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { talkBefore } from './use-before.ts';

const useStyles = makeStyles({
  question: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, breakAfter: 'avoid' },
  voices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: '4px 16px',
    margin: 0,
    breakInside: 'avoid',
  },
  name: { fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  // With the question above it, and a little apart from the line that the next part begins with.
  room: { breakInside: 'avoid', breakBefore: 'avoid', marginBottom: '8px' },
  line: { height: '26px', borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  list: { margin: 0, paddingLeft: '20px' },
  // What is asked, and the room beside it: so all parts fit on one page.
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    columnGap: '8px',
    breakInside: 'avoid',
  },
  short: { margin: 0, padding: '0 16px 0 20px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  lines: { borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
});

/** Lines to write on: one for so many minutes where all is on one page, and a good third of a page for a part that has a page. */
const minutesPerLine = 4;
const linesOfPage = 14;

/** Lines to write on by hand. */
export function Room({ lines }: { lines: number }) {
  const styles = useStyles();
  return (
    <div className={styles.room} aria-hidden>
      {Array.from({ length: lines }, (_nothing, at) => (
        <div key={at} className={styles.line} />
      ))}
    </div>
  );
}

/** A part among others on one page: what it asks, and beside it lines by its minutes. */
export function ShortPart({ part }: { part: Part }) {
  const styles = useStyles();
  const t = useTexts('holding');
  const language = useLanguage();
  return (
    <div className={styles.beside}>
      <PaperSection title={part.title[language]} aside={t('paper.minutes', { count: part.minutes })}>
        <ul className={styles.short}>
          {part.questions.map(({ id, text }) => (
            <li key={id}>{text[language]}</li>
          ))}
        </ul>
      </PaperSection>
      <div className={styles.lines}>
        <Room lines={Math.max(part.questions.length + 1, Math.round(part.minutes / minutesPerLine))} />
      </div>
    </div>
  );
}

type PaperPartProps = {
  talk: TalkWithTemplate;
  part: Part;
  newPage: boolean;
  preparations: Preparations;
  /** What an answer says, by the form of its question: drawn by the page. */
  answerOf: (question: Question, text: string) => ReactNode;
};

export function PaperPart({ talk, part, newPage, preparations, answerOf }: PaperPartProps) {
  const styles = useStyles();
  const t = useTexts('holding');
  const language = useLanguage();
  return (
    <PaperSection title={part.title[language]} aside={t('paper.minutes', { count: part.minutes })} newPage={newPage}>
      {part.questions.map((question) => (
        <div key={question.id}>
          <p className={styles.question}>{question.text[language]}</p>
          <dl className={styles.voices}>
            <Voice side="employee" {...{ talk, preparations, question, answerOf }} />
            {question.asks === 'both' && <Voice side="manager" {...{ talk, preparations, question, answerOf }} />}
          </dl>
        </div>
      ))}
      <Room lines={linesOfPage} />
    </PaperSection>
  );
}

/** Only what was shared: one's own answers too are on paper only once they are. */
function Voice({
  side,
  talk,
  preparations,
  question,
  answerOf,
}: { side: Side; question: Question } & Omit<PaperPartProps, 'part' | 'newPage'>) {
  const styles = useStyles();
  const t = useTexts('holding');
  const { mine, theirs } = preparations;
  const answers = side === talk.me ? (mine.releasedAt ? mine.answers : null) : theirs.answers;
  const text = answers?.find(({ questionId }) => questionId === question.id)?.text ?? '';
  return (
    <div>
      <dt className={styles.name}>{talk[side].name}</dt>
      <dd className={styles.text}>{text.trim() !== '' ? answerOf(question, text) : answers ? '–' : t('paper.notShared')}</dd>
    </div>
  );
}

/** What the two agreed in their talk before this one. */
export function LastTime({ talk }: { talk: TalkWithTemplate }) {
  const styles = useStyles();
  const t = useTexts('holding');
  const dates = useDates();
  const talks = useRead(talk.me === 'employee' ? listMyTalks : listTeamTalks, {});
  const before = talkBefore(talk, talks.data?.talks ?? []);
  const read = useRead(listAgreements, { params: { talkId: before?.talkId ?? '' } }, { when: before !== null });
  const agreements = read.data?.agreements ?? [];
  if (read.error) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <PaperSection title={t('lastTime')}>
      {agreements.length === 0 && <p className={styles.text}>{t('paper.noAgreements')}</p>}
      <ul className={styles.list}>
        {agreements.map(({ agreementId, text, ownerName, due }) => (
          <li key={agreementId}>
            {`${text} (${due ? t('paper.by', { owner: ownerName, day: dates.inText.shortDay(due) }) : t('paper.noDue', { owner: ownerName })})`}
          </li>
        ))}
      </ul>
    </PaperSection>
  );
}
