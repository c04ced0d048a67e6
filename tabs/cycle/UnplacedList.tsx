/** Talks that found no time: who, why in plain words with the figures, what helps; and before the launch a time by hand. */
import { Text } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Cycle, CycleSettings, Plan } from '#api/cycle/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { CardTable } from '#tabs/ui/CardTable.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { PlaceTimes } from './PlaceTimes.tsx';
import { UnplacedHelps } from './UnplacedHelps.tsx';
import type { Placing } from './use-placing.ts';

type Unplaced = Plan['unplaced'][number];

export type UnplacedListProps = {
  unplaced: Plan['unplaced'];
  settings: CycleSettings;
  busy: boolean;
  /** Before the launch a talk can be given a time by hand. */
  byHand?: { cycle: Cycle; placing: Placing };
  /** For a cycle that is launched, out of which nobody can be left any more: where each talk is now. */
  launched?: { title: string; hint: string; name: string; timeOf: (employeeId: string) => string };
  /** Changes the settings and looks for times again. */
  onApply: (part: Partial<CycleSettings>) => void;
};

export function UnplacedList({ unplaced, launched, byHand, ...rest }: UnplacedListProps) {
  const t = useTexts('cycle');
  const title = launched?.title ?? t('look.unplaced');
  const [openId, setOpenId] = useState<string | null>(null);
  /** The button that the panel was opened with: it has the focus again when nothing was chosen. */
  const button = useRef<HTMLElement>(null);
  const isBack = useRef(false);
  useEffect(() => {
    if (isBack.current) button.current?.focus();
    isBack.current = false;
  });
  const close = (done: boolean): void => {
    isBack.current = !done;
    setOpenId(null);
  };
  const toggle = (id: string, pressed: HTMLElement): void => {
    button.current = pressed;
    byHand?.placing.clear();
    setOpenId(openId === id ? null : id);
  };
  return (
    <Section title={title} lead={launched?.hint ?? t('look.unplacedHint')}>
      <CardTable
        label={title}
        rows={unplaced}
        keyOf={({ employee }) => employee.id}
        columns={[
          {
            key: 'person',
            name: t('look.person'),
            show: ({ employee }) => <PersonName id={employee.id} name={employee.name} title={employee.department} />,
          },
          { key: 'manager', name: t('look.manager'), show: ({ manager }) => <Text>{manager?.name ?? t('look.noManager')}</Text> },
          ...(launched
            ? [{ key: 'now', name: launched.name, show: (one: Unplaced) => <Text>{launched.timeOf(one.employee.id)}</Text> }]
            : []),
          { key: 'why', name: t('look.why'), show: (one) => <Why one={one} /> },
          {
            key: 'helps',
            name: t('look.helps'),
            show: (one) => (
              <UnplacedHelps
                one={one}
                mayLeaveOut={!launched}
                {...rest}
                {...(byHand
                  ? { find: { isOpen: openId === one.employee.id, press: (pressed: HTMLElement) => toggle(one.employee.id, pressed) } }
                  : {})}
              />
            ),
          },
        ]}
        below={({ employee }) =>
          byHand && openId === employee.id ? <PlaceTimes {...byHand} employee={employee} hasTime={false} onClose={close} /> : null
        }
      />
    </Section>
  );
}

/** Figures only where they say it: as many times as talks would be no reason. */
function Why({ one: { manager, reason, counts } }: { one: Unplaced }) {
  const t = useTexts('cycle');
  const name = manager?.name ?? '';
  const short = reason === 'manager-full' && counts !== null && counts.times < counts.talks;
  return (
    <Text>
      {short
        ? t('reason.figures', { manager: name, count: counts.talks, times: counts.times })
        : t(`reason.${reason}.why`, { manager: name })}
    </Text>
  );
}
