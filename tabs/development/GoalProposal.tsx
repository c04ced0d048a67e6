/** What an employee can do with a goal that was proposed: take it on as it is, change it first, or say no; and think better of a no. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Goal, Goals } from '#api/development/goal/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { termsOf, type GoalsOf } from './use-goals.ts';
import { useReaders } from './use-readers.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export type GoalProposalProps = {
  goal: Goal;
  list: Pick<Goals, 'manager' | 'managersManager'>;
  goals: GoalsOf;
  /** The form has been closed again: what opened it gets the focus back. */
  hasClosed: boolean;
  onEdit: () => void;
};

export function GoalProposal({ goal, list, goals, hasClosed, onEdit }: GoalProposalProps) {
  const styles = useStyles();
  const t = useTexts('goal');
  const { goalId, version, what, visibility, proposal } = goal;
  const readers = useReaders(list, visibility);
  const waits = proposal === 'waiting';
  const named = (words: string): string => `${words}: ${what}`;
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {t('ifTaken', { readers })}
      </Text>
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
            <Button size="small" autoFocus={hasClosed} aria-label={named(t('acceptChanged'))} onClick={onEdit}>
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
    </>
  );
}
