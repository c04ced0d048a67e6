/** Access requests that somebody is told of: about them, or about talks that they hold or held. Nothing is drawn while there is none. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { listToldRequests, type ToldRequest } from '#api/privacy/access-request/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { useRequestLines } from './use-request-lines.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '16px' },
  line: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function ToldRequests() {
  const styles = useStyles();
  const t = useTexts('access');
  const { data, error, refetch } = useRead(listToldRequests, {});
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data || data.requests.length === 0) return null;
  return (
    <Section title={t('told.title')} lead={t('told.lead')}>
      <ul className={styles.list} aria-label={t('told.title')}>
        {data.requests.map((told) => (
          <li key={`${told.requestId}/${told.about}`} className={styles.line}>
            <Told told={told} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Told({ told }: { told: ToldRequest }) {
  const styles = useStyles();
  const t = useTexts('access');
  const dates = useDates();
  const { status, facts } = useRequestLines(told);
  const { about, employee, talks, openings, lastOpenedAt } = told;
  const named = talks.map(({ cycle, day }) => (day ? t('told.talk', { cycle, day: dates.inText.day(day) }) : cycle)).join(', ');
  const opened = lastOpenedAt ? t('told.opened', { count: openings, when: dates.inText.day(lastOpenedAt) }) : t('told.unopened');
  const wasOpen = told.status === 'open' || told.status === 'closed';
  return (
    <>
      <Text as="h3" block weight="semibold" className={styles.title}>
        {`${t(`told.${about}`, { name: employee })}: ${status}`}
      </Text>
      <Text className={styles.quiet}>
        {[facts, named ? t('told.talks', { talks: named }) : '', wasOpen ? opened : ''].filter(Boolean).join(' ')}
      </Text>
    </>
  );
}
