/** What a past talk led to, in short lines: what was agreed, the goals as they stood, what was taken up, and what was said in check-ins since. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PastTalk } from '#api/talk/history/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  list: { margin: 0, paddingLeft: '20px' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function PastLines({ talk }: { talk: Pick<PastTalk, 'agreements' | 'goals' | 'topics' | 'checkIns'> }) {
  const t = useTexts('history');
  return (
    <>
      {talk.agreements.length > 0 && <AgreedLines label={t('agreed')} agreements={talk.agreements} />}
      {talk.goals.length > 0 && (
        <Lines
          label={t('goals')}
          lines={talk.goals.map(({ goalId, what, state }) => ({ key: goalId, text: what, more: t(`goalState.${state}`) }))}
        />
      )}
      {talk.topics.length > 0 && <Lines label={t('raised')} lines={talk.topics.map(({ topicId, text }) => ({ key: topicId, text }))} />}
      {talk.checkIns.length > 0 && <CheckInLines checkIns={talk.checkIns} />}
    </>
  );
}

function CheckInLines({ checkIns }: Pick<PastTalk, 'checkIns'>) {
  const t = useTexts('history');
  const words = useTexts('checkin');
  const { inText } = useDates();
  const lines = checkIns.flatMap(({ day, answers }) =>
    answers.map(({ side, mine, name, how, need, text }) => {
      const said = `${mine ? words('answer.mine') : name}: ${words(`answer.says.${how}`)}, ${words(`answer.needed.${need}`)}`;
      return { key: `${day} ${side}`, text: text ? `${said}. ${text}` : said, more: inText.day(day) };
    }),
  );
  return <Lines label={t('checkIns')} lines={lines} />;
}

export function AgreedLines({ label, agreements }: { label: string; agreements: PastTalk['agreements'] }) {
  const t = useTexts('history');
  const { inText } = useDates();
  const lines = agreements.map(({ agreementId, text, ownerName: name, due }) => ({
    key: agreementId,
    text,
    more: due ? t('due', { name, day: inText.day(due) }) : t('noDue', { name }),
  }));
  return <Lines label={label} lines={lines} />;
}

function Lines({ label, lines }: { label: string; lines: { key: string; text: string; more?: string }[] }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <Text size={200} className={styles.quiet}>
        {label}
      </Text>
      <ul className={styles.list} aria-label={label}>
        {lines.map(({ key, text, more }) => (
          <li key={key}>
            <Text className={styles.text}>{text}</Text>
            {more && (
              <Text size={200} className={styles.quiet}>
                {` ${more}`}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
