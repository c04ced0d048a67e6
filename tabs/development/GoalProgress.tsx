/** How it goes with a goal: one of four calm words, and a short note or none. */
import { goalNoteLimit, type Goal } from '#api/development/goal/contract.ts';
import type { GoalState } from '#api/development/terms/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { HowItGoes, type HowItGoesProps } from '#tabs/ui/HowItGoes.tsx';

const goalStates: GoalState[] = ['reached', 'going-on', 'changed', 'dropped'];

type GoalProgressProps = { goal: Goal } & Pick<HowItGoesProps<GoalState>, 'busy' | 'onSave' | 'onClose'>;

export function GoalProgress({ goal: { goalId, state: start }, ...rest }: GoalProgressProps) {
  const t = useTexts('goal');
  const states = goalStates.map((state) => ({ state, label: t(`state.${state}`) }));
  const words = { how: t('how'), note: t('note'), noteHint: t('noteHint'), save: t('save') };
  return <HowItGoes {...rest} {...{ start, states, words }} keep={`goal-note/${goalId}`} noteLimit={goalNoteLimit} />;
}
