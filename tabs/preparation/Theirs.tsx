/** An answer that is read beside another: whose it is, and what it says. And the line that says when the other's can be read. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Preparations } from '#api/preparation/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import type { Question } from '#api/template/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { AnswerText } from './AnswerText.tsx';

const useStyles = makeStyles({
  panel: {
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** A voice in its own quiet box. */
export function VoicePanel({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.panel}>
      <Text size={200} className={styles.quiet}>
        {title}
      </Text>
      {children}
    </div>
  );
}

type TheirsProps = { talk: TalkWithTemplate; preparations: Preparations };
const nameOf = (talk: TalkWithTemplate): string => (talk.me === 'employee' ? talk.manager : talk.employee).name;

/** What the other answered to this question; nothing when it cannot be read, or is empty. */
export function Theirs({ talk, preparations: { theirs }, question }: TheirsProps & { question: Question }) {
  const t = useTexts('preparation');
  const text = theirs.answers?.find((one) => one.questionId === question.id)?.text ?? '';
  if (text.trim() === '') return null;
  return (
    <VoicePanel title={t('theyWrote', { name: nameOf(talk) })}>
      <AnswerText form={question.form} text={text} />
    </VoicePanel>
  );
}

/** That the other has shared, and when it can be read. */
export function TheirsWaits({ talk, preparations: { theirs } }: TheirsProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  if (theirs.answers || !theirs.releasedAt || talk.releaseRule === 'on-release') return null;
  return (
    <Text size={200} className={styles.quiet}>
      {t(talk.releaseRule === 'talk-start' ? 'theySharedStart' : 'theyShared', { name: nameOf(talk) })}
    </Text>
  );
}
