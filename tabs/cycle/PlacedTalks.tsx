/** A manager's talks in a plan, in order of time: each can be given another one, and one that HR has chosen can be taken back. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Cycle, CycleSettings, Plan } from '#api/cycle/contract.ts';
import { secondOf } from '#api/cycle/rules/second-days.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { PlaceTimes } from './PlaceTimes.tsx';
import { withoutPeople } from './use-changes.ts';
import type { Placing } from './use-placing.ts';

const narrow = '@media (max-width: 720px)';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  one: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) 200px',
    gap: '4px 12px',
    alignItems: 'center',
    minHeight: '36px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  time: { display: 'flex', flexDirection: 'column' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '4px', justifyContent: 'end', [narrow]: { justifyContent: 'start' } },
  quiet: { color: tokens.colorNeutralForeground2 },
  panel: { padding: '4px 0 12px' },
});

export type PlacedTalksProps = {
  cycle: Cycle;
  talks: Plan['placed'];
  placing: Placing;
  busy: boolean;
  /** Changes the settings and looks for times again. */
  onApply: (part: Partial<CycleSettings>) => void;
};

export function PlacedTalks({ cycle, talks, placing, busy, onApply }: PlacedTalksProps) {
  const styles = useStyles();
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  /** Whose button takes the focus once the list is drawn: a row that moves to its new time loses it. */
  const focusId = useRef<string | null>(null);
  useEffect(() => {
    if (focusId.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(focusId.current)}"]`)?.focus();
    focusId.current = null;
  });
  const close = (id: string): void => {
    focusId.current = id;
    setOpenId(null);
  };
  const toggle = (id: string): void => {
    placing.clear();
    setOpenId(openId === id ? null : id);
  };
  return (
    <ul ref={list} className={styles.list}>
      {talks.map((talk) => {
        const { id } = talk.employee;
        const isOpen = openId === id;
        return (
          <li key={id}>
            <div className={styles.one}>
              <Text>{talk.employee.name}</Text>
              <Time talk={talk} isLater={secondOf(cycle.settings)?.people.includes(id) ?? false} />
              <Actions
                talk={talk}
                busy={busy}
                isUndoing={placing.busy}
                isOpen={isOpen}
                onToggle={() => toggle(id)}
                onUndo={() => void placing.undo(talk.employee).then(() => close(id))}
              />
            </div>
            {isOpen && (
              <div className={styles.panel}>
                <PlaceTimes
                  cycle={cycle}
                  employee={talk.employee}
                  hasTime
                  placing={placing}
                  onClose={() => close(id)}
                  onLeaveOut={() => onApply(withoutPeople(cycle.settings, [id]))}
                />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type ActionsProps = {
  talk: Plan['placed'][number];
  busy: boolean;
  isUndoing: boolean;
  isOpen: boolean;
  onToggle: () => void;
  onUndo: () => void;
};

function Actions({ talk, busy, isUndoing, isOpen, onToggle, onUndo }: ActionsProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { id, name } = talk.employee;
  return (
    <div className={styles.actions}>
      {talk.chosenBy && (
        <Button
          size="small"
          appearance="subtle"
          aria-label={t('place.undoFor', { name })}
          disabledFocusable={isUndoing || busy}
          onClick={onUndo}
        >
          {t('place.undo')}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        aria-label={t('place.anotherFor', { name })}
        aria-expanded={isOpen}
        data-place={id}
        disabledFocusable={busy}
        onClick={onToggle}
      >
        {t('place.another')}
      </Button>
    </div>
  );
}

function Time({ talk: { start, end, room, chosenBy }, isLater }: { talk: Plan['placed'][number]; isLater: boolean }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const { person } = useMe();
  return (
    <span className={styles.time}>
      <Text>{[dates.shortTime(start, end), room].filter(Boolean).join(' · ')}</Text>
      {isLater && (
        <Text size={200} className={styles.quiet}>
          {t('second.title')}
        </Text>
      )}
      {chosenBy && (
        <Text size={200} className={styles.quiet}>
          {chosenBy.id === person.id ? t('place.byMe') : t('place.byOther', { name: chosenBy.name })}
        </Text>
      )}
    </span>
  );
}
