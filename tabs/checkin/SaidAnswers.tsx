/** What the two have said in a check-in, each a line and the words they added. */
import { makeStyles, Text } from '@fluentui/react-components';
import type { CheckInAnswer } from '#api/checkin/answer/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  said: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

export function SaidAnswers({ answers }: { answers: CheckInAnswer[] }) {
  const styles = useStyles();
  const t = useTexts('checkin');
  return (
    <ul className={styles.list} aria-label={t('answer.title')}>
      {answers.map(({ side, mine, name, how, need, text }) => (
        <li key={side} className={styles.said}>
          <Text>
            <Text weight="semibold">{mine ? t('answer.mine') : name}</Text>
            {`: ${t(`answer.says.${how}`)}, ${t(`answer.needed.${need}`)}`}
          </Text>
          {text && <Text className={styles.text}>{text}</Text>}
        </li>
      ))}
    </ul>
  );
}
