/** Goals of somebody one manages, on their page: what goes on, what has ended, and proposing one. */
import { Text } from '@fluentui/react-components';
import type { Goals } from '#api/development/goal/contract.ts';
import { isOpen } from '#api/development/goal/rules.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { GoalAdding, GoalList } from './GoalList.tsx';
import { useGoals, type GoalsOf } from './use-goals.ts';

export function PersonGoals({ employeeId, name }: { employeeId: string; name: string }) {
  const t = useTexts('goal');
  const { person } = useMe();
  const goals = useGoals({ place: 'of', employeeId });
  const { data, error, isPending } = goals.list;
  // Whoever no longer manages the person has nothing to see here.
  if (error?.reason === 'not-found') return null;
  return (
    <Section title={t('title')} lead={t('ofLead', { name })}>
      {isPending && <BlockSkeleton size={64} />}
      {!data && <ProblemNotice error={error} onRetry={goals.readAgain} />}
      {data && (
        <>
          {data.goals.length === 0 && <Text>{t('noneOf')}</Text>}
          <OpenAndEnded list={data} goals={goals} />
          <GoalAdding list={data} goals={goals} meId={person.id} />
        </>
      )}
    </Section>
  );
}

/** What goes on in sight, what has ended (a proposal that was declined as well) under a fold. */
export function OpenAndEnded({ list, goals }: { list: Goals; goals: GoalsOf }) {
  const t = useTexts('goal');
  const open = list.goals.filter(({ state, proposal }) => proposal === 'waiting' || (proposal === null && isOpen(state)));
  const ended = list.goals.filter((goal) => !open.includes(goal));
  return (
    <>
      <GoalList label={t('open')} shown={open} list={list} goals={goals} />
      {ended.length > 0 && (
        <Fold title={t('ended')} aside={String(ended.length)} level={3}>
          <GoalList label={t('ended')} shown={ended} list={list} goals={goals} />
        </Fold>
      )}
    </>
  );
}
