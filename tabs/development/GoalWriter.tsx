/** The form of a goal with what came back: a problem, or what somebody else has made of the same goal meanwhile. New, changed, or taken on. */
import { useState } from 'react';
import type { Goal, Goals } from '#api/development/goal/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { TwoTexts } from '#tabs/ui/TwoTexts.tsx';
import { GoalForm } from './GoalForm.tsx';
import { filledFrom, termsIn, useFilled, wordsOf } from './use-filled.ts';
import { goalIn, type GoalsOf } from './use-goals.ts';

export type GoalWriterProps = {
  goals: GoalsOf;
  list: Pick<Goals, 'employee' | 'manager' | 'managersManager'>;
  /** What is changed or taken on, in the version that was read when the form was opened; null for a new one. */
  goal: Goal | null;
  version: number;
  /** Somebody else's: then a new one is a proposal. */
  propose?: boolean;
  onEnd: () => void;
};

export function GoalWriter({ goals, list, goal, version, propose = false, onEnd }: GoalWriterProps) {
  const t = useTexts('goal');
  const [start] = useState(() => filledFrom(goal));
  const { value, change, forget } = useFilled(goal ? goal.goalId : `new/${list.employee.id}/${propose}`, start);
  const goalId = value.id;
  const error = goals.errorOf(goal?.goalId ?? null) ?? goals.errorOf(goalId);
  const other = error && goalIn(error);
  const end = (): void => {
    forget();
    onEnd();
  };
  const send = (at: number | null): Promise<unknown> => {
    const terms = termsIn(value);
    // One that had arrived after all stays as it is, for its reader may have seen it: what was changed since is another one.
    if (propose) return goals.propose(at === null ? goalId : crypto.randomUUID(), terms);
    if (at === null) return goals.add(goalId, terms, value.visibility);
    return goal?.proposal ? goals.accept(goalId, at, terms, value.visibility) : goals.update(goalId, at, terms, value.visibility);
  };
  // What goes wrong is shown from the call's own state; the form stays as it is. Who manages the employee may be what has changed.
  const save = (at: number | null): void => void send(at).then(end, goals.readAgain);
  const differs = other !== null && wordsOf(other) !== wordsOf(termsIn(value));
  return (
    <>
      <GoalForm
        value={value}
        onChange={change}
        people={propose ? { proposedTo: list.employee.name } : list}
        save={t(propose ? 'send' : 'save')}
        busy={goals.busy}
        onSave={() => save(other && !differs ? other.version : goal ? version : null)}
        onClose={end}
      />
      {differs ? (
        <TwoTexts mine={wordsOf(termsIn(value))} other={wordsOf(other)} onKeepMine={() => save(other.version)} onTakeOther={end} />
      ) : (
        <ProblemNotice error={error} />
      )}
    </>
  );
}
