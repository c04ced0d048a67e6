/** The plan by manager: how many talks, from when to when, the fullest day, and the talks with their times when asked for. */
import { Button } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Plan } from '#api/cycle/contract.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { CardTable } from '#tabs/ui/CardTable.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { PlacedTalks, type PlacedTalksProps } from './PlacedTalks.tsx';
import { loadByManager, type ManagerLoad } from './use-plan-counts.ts';

export type PlanByManagerProps = Omit<PlacedTalksProps, 'talks'> & { plan: Plan };

export function PlanByManager({ plan, ...rest }: PlanByManagerProps) {
  const t = useTexts('cycle');
  const dates = useDates();
  const { timeZone } = useMe();
  /** Managers whose talks are shown: only these are drawn, since a large cycle has thousands. */
  const [open, setOpen] = useState<string[]>([]);
  const toggle = (id: string): void => setOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id]);
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
          {
            key: 'list',
            name: t('look.list'),
            bare: true,
            show: ({ manager, talks }) => (
              <Button
                size="small"
                appearance="subtle"
                icon={open.includes(manager.id) ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
                aria-expanded={open.includes(manager.id)}
                aria-label={t('look.showOf', { count: talks.length, name: manager.name })}
                onClick={() => toggle(manager.id)}
              >
                {t('look.show', { count: talks.length })}
              </Button>
            ),
          },
        ]}
        below={({ manager, talks }) => (open.includes(manager.id) ? <PlacedTalks talks={talks} {...rest} /> : null)}
      />
    </Section>
  );
}
