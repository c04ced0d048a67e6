/** What the two prepared, question by question: two voices side by side, employee first. Also the exact preview of what the other will see. */
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Preparations } from '#api/preparation/contract.ts';
import type { Side, TalkWithTemplate } from '#api/talk/contract.ts';
import { plainOf } from '#api/preparation/rules/formatting.ts';
import type { Form, Part, Question } from '#api/template/contract.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { AnswerText } from './AnswerText.tsx';

const useStyles = makeStyles({
  questions: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  question: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  words: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  voices: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))', gap: '8px 16px', margin: 0 },
  voice: {
    minWidth: 0,
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  text: { margin: 0, overflowWrap: 'anywhere', lineHeight: '1.5' },
  quiet: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
});

export type AnswersProps = {
  talk: TalkWithTemplate;
  preparations: Preparations;
  /** All parts, or one of them. */
  part?: Part;
  /** Whose voices: both, or one for a preview. */
  sides?: readonly Side[];
  /** Long answers are folded: for the side panel. */
  compact?: boolean;
};

const both: readonly Side[] = ['employee', 'manager'];

export function Answers({ talk, preparations, part, sides = both, compact = false }: AnswersProps) {
  const styles = useStyles();
  const language = useLanguage();
  const parts = part ? [part] : talk.template.parts;
  const shown = parts.flatMap(({ questions }) => questions).filter(({ asks }) => sides.includes('employee') || asks === 'both');
  return (
    <div className={styles.questions}>
      {shown.map((question) => (
        <div key={question.id} className={styles.question}>
          <p className={styles.words}>{question.text[language]}</p>
          <dl className={styles.voices}>
            {sides.map((side) => (
              <Voice key={side} side={side} talk={talk} preparations={preparations} question={question} compact={compact} />
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}

type VoiceProps = Pick<AnswersProps, 'talk' | 'preparations'> & { side: Side; question: Question; compact: boolean };

function Voice({ side, talk, preparations, question, compact }: VoiceProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const mine = side === talk.me;
  const answers = mine ? preparations.mine.answers : preparations.theirs.answers;
  const text = answers?.find(({ questionId }) => questionId === question.id)?.text ?? '';
  const released = mine ? preparations.mine.releasedAt : preparations.theirs.releasedAt;
  const instead =
    question.asks === 'employee' && side === 'manager'
      ? t('notAsked')
      : answers === null
        ? t(released ? 'waiting' : 'notShared')
        : mine && !released
          ? t('noAnswerYet')
          : t('noAnswer');
  const empty = text.trim() === '';
  return (
    <div className={styles.voice}>
      <dt className={styles.name}>{`${talk[side].name} · ${t(side)}`}</dt>
      <dd className={mergeClasses(styles.text, empty && styles.quiet)}>
        {empty ? instead : compact ? <Folded form={question.form} text={text} /> : <AnswerText form={question.form} text={text} />}
      </dd>
    </div>
  );
}

const foldAt = 140;

/** Only words grow long; a mark stays in sight. */
function Folded({ form, text }: { form: Form; text: string }) {
  const t = useTexts('preparation');
  const [all, setAll] = useState(false);
  if (form.kind !== 'text' || text.length <= foldAt + 40) return <AnswerText form={form} text={text} />;
  return (
    <>
      {all ? <AnswerText form={form} text={text} /> : <Text>{`${plainOf(text).slice(0, foldAt).trimEnd()}… `}</Text>}
      <Button size="small" appearance="transparent" aria-expanded={all} onClick={() => setAll(!all)}>
        {t(all ? 'showLess' : 'showAll')}
      </Button>
    </>
  );
}
