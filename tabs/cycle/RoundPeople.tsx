/** Who is in a round: how many of each department, who is new since the one before, and who is no longer in it. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Preview } from '#api/cycle/recurrence/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { CardTable } from '#tabs/ui/CardTable.tsx';
import { Section } from '#tabs/ui/Section.tsx';

const useStyles = makeStyles({
  table: { maxWidth: '480px' },
  people: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))', gap: '12px 24px', margin: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  names: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function RoundPeople({ preview }: { preview: Preview }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { departments, newcomers, gone, withoutManager, daysOffPassed, talks } = preview;
  const namesOf = ({ people, inAll }: Preview['gone']): string => {
    const names = people.map(({ name }) => name).join(', ');
    if (inAll === 0) return t('round.none');
    return inAll > people.length ? t('notice.more', { names, count: inAll - people.length }) : names;
  };
  return (
    <Section title={t('round.who')} lead={t('round.whoHint')}>
      {talks === 0 ? (
        <Text>{t('round.nobody')}</Text>
      ) : (
        <div className={styles.table}>
          <CardTable
            label={t('round.who')}
            columns={[
              { key: 'department', name: t('round.department'), show: ({ department }) => <Text weight="semibold">{department}</Text> },
              { key: 'talks', name: t('round.count'), align: 'number', show: ({ talks: count }) => count },
            ]}
            rows={departments.length > 1 ? [...departments, { department: t('progress.total'), talks }] : departments}
            keyOf={({ department }) => department}
          />
        </div>
      )}
      <dl className={styles.people}>
        {(
          [
            ['newcomers', newcomers],
            ['gone', gone],
          ] as const
        ).map(([key, who]) => (
          <div key={key}>
            <dt className={styles.name}>{t(`round.${key}`)}</dt>
            <dd className={styles.names}>{namesOf(who)}</dd>
          </div>
        ))}
      </dl>
      {withoutManager > 0 && <Text className={styles.quiet}>{t('round.withoutManager', { count: withoutManager })}</Text>}
      {daysOffPassed && <Text>{t('round.daysOff')}</Text>}
    </Section>
  );
}
