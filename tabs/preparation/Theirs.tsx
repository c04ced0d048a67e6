/** What the other answered to a question, when it can be read; or that they have shared and when it will be. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Preparations } from '#api/preparation/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import type { Question } from '#api/template/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { AnswerText } from './AnswerText.tsx';

const useStyles = makeStyles({
  theirs: {
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

type TheirsProps = { talk: TalkWithTemplate; preparations: Preparations; question: Question };

export function Theirs({ talk, preparations: { theirs }, question }: TheirsProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const { name } = talk.me === 'employee' ? talk.manager : talk.employee;
  const text = theirs.answers?.find((one) => one.questionId === question.id)?.text ?? '';
  if (text.trim() !== '') {
    return (
      <div className={styles.theirs}>
        <Text size={200} className={styles.quiet}>
          {t('theyWrote', { name })}
        </Text>
        <AnswerText form={question.form} text={text} />
      </div>
    );
  }
  if (theirs.answers || !theirs.releasedAt || talk.releaseRule === 'on-release') return null;
  return (
    <Text size={200} className={styles.quiet}>
      {t(talk.releaseRule === 'talk-start' ? 'theySharedStart' : 'theyShared', { name })}
    </Text>
  );
}
