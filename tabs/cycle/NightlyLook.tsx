/** For HR: what the nightly comparison of talks and calendars looked at and did, the last night first. Numbers only, nothing before the first night. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { listComparisons } from '#api/talk/mailbox/contract.ts';
import type { Answer } from '#api/platform/endpoint/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';

const useStyles = makeStyles({
  nights: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  found: { margin: 0, paddingLeft: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type NightSeen = Answer<typeof listComparisons>['days'][number];

export function NightlyLook() {
  const t = useTexts('cycle');
  const { data, error, refetch } = useRead(listComparisons, {});
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const [last, ...earlier] = data?.days ?? [];
  if (!last) return null;
  return (
    <Section title={t('nightly.title')} lead={t('nightly.lead')}>
      <Nights nights={[last]} />
      {earlier.length > 0 && (
        <Fold title={t('nightly.earlier')} level={3}>
          <Nights nights={earlier} />
        </Fold>
      )}
    </Section>
  );
}

function Nights({ nights }: { nights: NightSeen[] }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  return (
    <ul className={styles.nights}>
      {nights.map(({ day, talks, found }) => (
        <li key={day}>
          <Text weight="semibold" block>
            {dates.plainDay(day)}
          </Text>
          <Text className={styles.quiet}>
            {t('nightly.seen', { count: talks })} {found.length === 0 && t('nightly.agree')}
          </Text>
          {found.length > 0 && (
            <ul className={styles.found}>
              {found.map((one) => (
                <li key={one.what}>
                  <Text>{t(`nightly.found.${one.what}`, { count: one.talks })}</Text>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
