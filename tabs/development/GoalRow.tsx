/** One goal in a list: what, why and by when, how it goes and who said so; and what the reader can do with it. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Delete20Regular, Edit20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Goal, Goals } from '#api/development/goal/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { GoalProgress } from './GoalProgress.tsx';
import { GoalProposal } from './GoalProposal.tsx';
import { GoalSteps } from './GoalSteps.tsx';
import { GoalWriter } from './GoalWriter.tsx';
import { termsOf, type GoalsOf } from './use-goals.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  head: { display: 'flex', gap: '8px', alignItems: 'flex-start', justifyContent: 'space-between' },
  words: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, flexGrow: 1 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  icons: { display: 'flex', flexShrink: 0 },
});

export type GoalRowProps = {
  goal: Goal;
  list: Pick<Goals, 'employee' | 'manager' | 'managersManager'>;
  /** Left out where goals are only read. */
  goals?: GoalsOf;
};

type Open = null | { form: 'say' } | { form: 'edit'; version: number };

export function GoalRow({ goal, list, goals }: GoalRowProps) {
  const styles = useStyles();
  const t = useTexts('goal');
  const [open, setOpen] = useState<Open>(null);
  const [hasClosed, setHasClosed] = useState(false);
  const begin = (next: Open): void => {
    goals?.forget();
    setOpen(next);
    setHasClosed(next === null);
  };
  const edit = { hasClosed, onEdit: () => begin({ form: 'edit', version: goal.version }) };
  if (goals && open?.form === 'edit')
    return <GoalWriter goals={goals} list={list} goal={goal} version={open.version} onEnd={() => begin(null)} />;
  const { what, why, may, steps, proposal } = goal;
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <span className={styles.words}>
          <Text weight="semibold" className={styles.text}>
            {what}
          </Text>
          <Facts goal={goal} list={list} />
          {why && (
            <Text size={200} className={styles.quiet}>
              {t('whyShown', { why })}
            </Text>
          )}
        </span>
        {goals && <GoalIcons goal={goal} goals={goals} {...edit} />}
      </div>
      {steps.length > 0 && <GoalSteps steps={steps} />}
      {goals && proposal !== null && may.answer && <GoalProposal goal={goal} list={list} goals={goals} {...edit} />}
      {goals && open?.form === 'say' && (
        <GoalProgress goal={goal} busy={goals.busy} onSave={(state, note) => goals.say(goal, state, note)} onClose={() => begin(null)} />
      )}
      {goals && <ProblemNotice error={goals.errorOf(goal.goalId)} />}
      {goals && !open && may.follow && (
        <div className={styles.actions}>
          <Button size="small" aria-label={t('sayOne', { what })} onClick={() => begin({ form: 'say' })}>
            {t('say')}
          </Button>
          {may.write && <ShareButton goal={goal} list={list} goals={goals} />}
        </div>
      )}
    </div>
  );
}

/** In one quiet line: how it goes, by when, for whom it is a goal, and who does not read it. */
function Facts({ goal, list }: Pick<GoalRowProps, 'goal' | 'list'>) {
  const styles = useStyles();
  const t = useTexts('goal');
  const dates = useDates();
  const { state, due, proposal, visibility, authorName, may } = goal;
  const { name } = list.employee;
  const late = proposal === null && state === 'going-on' && due !== null && dates.daysUntil(due) < 0;
  const proposed =
    proposal === 'waiting'
      ? may.answer
        ? t('proposedBy', { name: authorName })
        : t('proposedTo', { name })
      : may.answer
        ? t('declinedByYou')
        : t('declinedBy', { name });
  const rest = [
    due ? t('by', { day: dates.inText.day(due) }) : state === 'going-on' ? t('noDay') : '',
    late ? t('late') : '',
    visibility === 'manager' ? '' : t(`visibility.${visibility}`),
    isUnshared(goal, list) && list.manager ? t('notShared', { name: list.manager.name }) : '',
  ];
  return (
    <Text size={200} className={styles.quiet}>
      <Text size={200} weight="semibold">
        {proposal === null ? t(`state.${state}`) : proposed}
      </Text>
      {rest.filter(Boolean).map((fact) => ` · ${fact}`)}
    </Text>
  );
}

/** Whether whoever manages the employee now reads nothing of it: it was shared with another one, or there was none. */
const isUnshared = ({ may, proposal, sharedWith, visibility }: Goal, { manager }: Pick<Goals, 'manager'>): boolean =>
  may.write && proposal === null && visibility === 'manager' && manager !== null && sharedWith?.id !== manager.id;

function ShareButton({ goal, list, goals }: Required<GoalRowProps>) {
  const t = useTexts('goal');
  const { goalId, version, what, visibility } = goal;
  if (!isUnshared(goal, list) || !list.manager) return null;
  const { name } = list.manager;
  const share = (): void => void goals.update(goalId, version, termsOf(goal), visibility).catch(() => undefined);
  return (
    <Button size="small" aria-label={t('shareOne', { name, what })} disabledFocusable={goals.busy} onClick={share}>
      {t('share', { name })}
    </Button>
  );
}

type IconsProps = { goal: Goal; goals: GoalsOf; hasClosed: boolean; onEdit: () => void };

function GoalIcons({ goal, goals, hasClosed, onEdit }: IconsProps) {
  const styles = useStyles();
  const t = useTexts('goal');
  const { what, may, proposal, steps } = goal;
  if (!may.write) return null;
  return (
    <span className={styles.icons}>
      {proposal === null && (
        <Button
          appearance="subtle"
          autoFocus={hasClosed}
          icon={<Edit20Regular />}
          aria-label={t('editOne', { what })}
          title={t('edit')}
          onClick={onEdit}
        />
      )}
      {/* What has been followed is ended with a word of how it went, not removed. */}
      {steps.length === 0 && (
        <Button
          appearance="subtle"
          icon={<Delete20Regular />}
          aria-label={t('removeOne', { what })}
          title={t('remove')}
          onClick={() => void goals.remove(goal).catch(() => undefined)}
        />
      )}
    </span>
  );
}
