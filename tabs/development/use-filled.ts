/** What is filled in about a goal, kept in memory until it is stored, also when the page is left. */
import type { Goal, GoalTerms, Visibility } from '#api/development/goal/contract.ts';
import { useDraft } from '#tabs/platform/autosave/use-draft.ts';

/** `id` is made once per form, so that trying again adds nothing twice. */
export type Filled = { id: string; what: string; why: string; due: string; visibility: Visibility };

export const filledFrom = (goal: Goal | null): Filled =>
  goal
    ? { id: goal.goalId, what: goal.what, why: goal.why ?? '', due: goal.due ?? '', visibility: goal.visibility }
    : { id: crypto.randomUUID(), what: '', why: '', due: '', visibility: 'manager' };

export const termsIn = ({ what, why, due }: Filled): GoalTerms => ({ what: what.trim(), why: why.trim() || null, due: due || null });

/** All that a goal says, as one text to compare. */
export const wordsOf = ({ what, why, due }: GoalTerms): string => [what, why, due].filter(Boolean).join('\n');

/** @param keep what it is kept under, one per form */
export function useFilled(keep: string, start: Filled) {
  const [kept, write] = useDraft(`goal/${keep}`);
  const value = kept === '' ? start : (JSON.parse(kept) as Filled);
  return { value, change: (part: Partial<Filled>) => write(JSON.stringify({ ...value, ...part })), forget: () => write('') };
}
