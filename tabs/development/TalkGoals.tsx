/** What a talk begins with besides agreements, before it and in it: the employee's goals that go on, or have ended since the last talk. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { isOpen } from '#api/development/goal/rules.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { GoalAdding, GoalList } from './GoalList.tsx';
import { useGoals } from './use-goals.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** More than these wait under the heading, so that what the page is for stays in sight; unless one asks for an answer. */
const shownAtFirst = 2;

export function TalkGoals({ talkId }: { talkId: string }) {
  const styles = useStyles();
  const t = useTexts('goal');
  const { person } = useMe();
  const goals = useGoals({ place: 'talk', talkId });
  const { data, error, isPending } = goals.list;
  if (isPending) return <BlockSkeleton size={28} />;
  if (!data) return <ProblemNotice error={error} onRetry={goals.readAgain} />;
  const open = data.goals.filter(({ state, proposal }) => proposal === null && isOpen(state)).length;
  const asked = data.goals.some(({ may, proposal }) => may.answer && proposal === 'waiting');
  return (
    <Fold
      level={2}
      strong
      openAtFirst={asked || (data.goals.length > 0 && data.goals.length <= shownAtFirst)}
      title={t('talk')}
      aside={t('talkCount', { open })}
    >
      {data.goals.length > 0 && (
        <Text size={200} className={styles.quiet}>
          {t('talkLead')}
        </Text>
      )}
      <GoalList label={t('talk')} shown={data.goals} list={data} goals={goals} />
      <GoalAdding list={data} goals={goals} meId={person.id} />
    </Fold>
  );
}
