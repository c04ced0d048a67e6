/** Which goal of the employee's an agreement serves: those that go on, and the one it serves already. Nothing while there is none. */
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { listGoalsOfTalk } from '#api/development/goal/contract.ts';
import type { GoalName } from '#api/development/terms/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

export type GoalChoiceProps = {
  talkId: string;
  /** What it serves now, whatever became of that goal. */
  linked: GoalName | null;
  /** Empty for none. */
  chosen: string;
  onChoose: (goalId: string | null) => void;
};

export function GoalChoice({ talkId, linked, chosen, onChoose }: GoalChoiceProps) {
  const t = useTexts('agreement');
  const read = useRead(listGoalsOfTalk, { params: { talkId } });
  const open: GoalName[] = (read.data?.goals ?? []).filter(({ state, proposal }) => proposal === null && state === 'going-on');
  const goals = linked && !open.some(({ goalId }) => goalId === linked.goalId) ? [linked, ...open] : open;
  if (goals.length === 0) return null;
  return (
    <Field label={t('goal')}>
      <RadioGroup value={chosen} onChange={(_event, { value }) => onChoose(value || null)}>
        <Radio value="" label={t('noGoal')} />
        {goals.map(({ goalId, what }) => (
          <Radio key={goalId} value={goalId} label={what} />
        ))}
      </RadioGroup>
    </Field>
  );
}
