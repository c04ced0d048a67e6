/** Goals in a list, with what can be done with each; adding or proposing one; and the way back from removing one. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add20Regular, ArrowUndo20Regular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import type { Goal, Goals } from '#api/development/goal/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { GoalRow } from './GoalRow.tsx';
import { GoalWriter } from './GoalWriter.tsx';
import type { GoalsOf } from './use-goals.ts';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'stretch', minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: { padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, ':last-child': { borderBottom: 'none' } },
  removed: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', color: tokens.colorNeutralForeground2 },
  add: { alignSelf: 'flex-start', maxWidth: '100%' },
});

type ListProps = { label: string; shown: Goal[]; list: Goals; goals?: GoalsOf };

export function GoalList({ label, shown, list, goals }: ListProps) {
  const styles = useStyles();
  if (shown.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {shown.map((goal) => (
        <li key={goal.goalId} className={styles.item}>
          <GoalRow goal={goal} list={list} {...(goals ? { goals } : {})} />
        </li>
      ))}
    </ul>
  );
}

/** The button and form below a list: an employee adds a goal of their own, their manager proposes one. Nobody else sees either. */
export type GoalAddingProps = {
  list: Goals;
  goals: GoalsOf;
  meId: string;
  /** Stands there until a first goal is being written. */
  empty?: ReactNode;
};

export function GoalAdding({ list, goals, meId, empty }: GoalAddingProps) {
  const styles = useStyles();
  const t = useTexts('goal');
  const [writing, setWriting] = useState(false);
  const { employee, manager } = list;
  const own = employee.id === meId;
  const begin = (next: boolean): void => {
    goals.forget();
    setWriting(next);
  };
  const { removed } = goals;
  return (
    <div className={styles.around}>
      {!writing && empty}
      {!writing && <ProblemNotice error={goals.errorOf(null)} />}
      <div role="status">
        {removed && (
          <span className={styles.removed}>
            <Text>{t('removed', { what: short(removed.what) })}</Text>
            <Button size="small" icon={<ArrowUndo20Regular />} onClick={() => void goals.undo(removed).catch(() => undefined)}>
              {t('undo')}
            </Button>
          </span>
        )}
      </div>
      {writing && <GoalWriter goals={goals} list={list} goal={null} version={0} propose={!own} onEnd={() => begin(false)} />}
      {!writing && (own || manager?.id === meId) && (
        <Button className={styles.add} icon={<Add20Regular />} onClick={() => begin(true)}>
          {own ? t('add') : t('propose', { name: employee.name })}
        </Button>
      )}
    </div>
  );
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);
