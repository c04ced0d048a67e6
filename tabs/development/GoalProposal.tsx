/** What an employee can do with a goal that was proposed: take it on as it is, change it first, or say no; and think better of a no. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { Goal } from '#api/development/goal/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { termsOf, type GoalsOf } from './use-goals.ts';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

export function GoalProposal({ goal, goals, onChange }: { goal: Goal; goals: GoalsOf; onChange: () => void }) {
  const styles = useStyles();
  const t = useTexts('goal');
  const { goalId, version, what, visibility, proposal } = goal;
  const waits = proposal === 'waiting';
  const named = (words: string): string => `${words}: ${what}`;
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        aria-label={named(t(waits ? 'accept' : 'acceptAfterAll'))}
        disabledFocusable={goals.busy}
        onClick={() => quietly(goals.accept(goalId, version, termsOf(goal), visibility))}
      >
        {t(waits ? 'accept' : 'acceptAfterAll')}
      </Button>
      {waits && (
        <>
          <Button size="small" aria-label={named(t('acceptChanged'))} onClick={onChange}>
            {t('acceptChanged')}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={named(t('decline'))}
            disabledFocusable={goals.busy}
            onClick={() => quietly(goals.decline(goal))}
          >
            {t('decline')}
          </Button>
        </>
      )}
    </div>
  );
}
