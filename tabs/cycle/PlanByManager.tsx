/** The plan by manager: how many talks, from when to when, the fullest day, and the times when asked for. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Plan } from '#api/cycle/contract.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { CardTable } from '#tabs/ui/CardTable.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { loadByManager, type ManagerLoad } from './use-plan-counts.ts';

const useStyles = makeStyles({
  times: { listStyleType: 'none', margin: '8px 0 0', padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  time: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink },
});

export function PlanByManager({ plan }: { plan: Plan }) {
  const t = useTexts('cycle');
  const dates = useDates();
  const { timeZone } = useMe();
  const period = ({ talks }: ManagerLoad): string => {
    const [first, last] = [talks[0], talks.at(-1)];
    if (!first || !last) return '';
    const [from, to] = [dates.shortDay(first.start), dates.shortDay(last.start)];
    return from === to ? from : t('list.window', { from, to: dates.inText.shortDay(last.start) });
  };
  return (
    <Section title={t('look.managers')}>
      <CardTable
        label={t('look.managers')}
        rows={loadByManager(plan.placed, timeZone)}
        keyOf={({ manager }) => manager.id}
        columns={[
          {
            key: 'manager',
            name: t('look.manager'),
            show: ({ manager }) => <PersonName id={manager.id} name={manager.name} title={manager.jobTitle} />,
          },
          { key: 'talks', name: t('look.talks'), align: 'number', show: ({ talks }) => <span>{talks.length}</span> },
          { key: 'most', name: t('look.most'), align: 'number', show: ({ mostInADay }) => <span>{mostInADay}</span> },
          { key: 'period', name: t('look.period'), show: (load) => <span>{period(load)}</span> },
          { key: 'list', name: t('look.list'), bare: true, show: ({ talks }) => <Times talks={talks} /> },
        ]}
      />
    </Section>
  );
}

/** The list is drawn when it is opened: a large cycle has thousands of rows. */
function Times({ talks }: { talks: Plan['placed'] }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{t('look.show', { count: talks.length })}</summary>
      {open && (
        <ul className={styles.times}>
          {talks.map(({ employee, start, end, room }) => (
            <li key={employee.id} className={styles.time}>
              <Text>{employee.name}</Text>
              <Text size={200} className={styles.quiet}>
                {[dates.shortTime(start, end), room].filter(Boolean).join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
