/** A talk's signs for its manager, each with what helps; and how many talks of a cycle show them, for HR. Quiet when there is nothing. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { countSigns, listSigns } from '#api/insight/weak/contract.ts';
import type { Talk } from '#api/talk/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const readEveryMs = 60_000;

export function WeakSigns({ talk }: { talk: Talk }) {
  const styles = useStyles();
  const t = useTexts('insight');
  const { talkId, employee, me, finishedAt } = talk;
  const read = useRead(listSigns, { params: { talkId } }, { when: me === 'manager' && finishedAt !== null, refetchEvery: readEveryMs });
  if (!read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data.signs.length === 0) return null;
  return (
    <Section title={t('weak.title')} lead={t('weak.lead')}>
      <ul className={styles.list}>
        {read.data.signs.map((sign) => (
          <li key={sign}>
            <Text>{t(`weak.${sign}`, { name: employee.name })}</Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function SignCounts({ cycleId }: { cycleId: string }) {
  const styles = useStyles();
  const t = useTexts('insight');
  const read = useRead(countSigns, { params: { cycleId } }, { refetchEvery: readEveryMs });
  if (!read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <Section title={t('counts.title')} lead={t('counts.lead')}>
      <ul className={styles.list}>
        {read.data.signs.map(({ sign, atLeast }) => (
          <li key={sign}>
            <Text weight="semibold">{atLeast === null ? t('counts.few') : t('counts.atLeast', { count: atLeast })}</Text>{' '}
            <Text className={styles.quiet}>{t(`counts.${sign}`)}</Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
