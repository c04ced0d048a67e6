/** Rules of preparation: what may be saved, released and withdrawn, and which item of the policy table is meant. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { Item, PolicyFacts } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Question } from '#api/template/contract.ts';
import { answerLimit } from './contract.ts';
import { fitsForm } from './rules/given.ts';

type Side = 'employee' | 'manager';
type AskedQuestion = Pick<Question, 'id' | 'form'>;

/** The policy item that a side's own preparation is now: the employee's draft and what they released are two rows, the manager's is one. */
export function ownItem(side: Side, released: boolean): Item {
  if (side === 'manager') return 'manager-preparation';
  return released ? 'preparation' : 'preparation-draft';
}

/** The policy item of what the other side released. */
export function otherItem(side: Side): Item {
  return side === 'employee' ? 'manager-preparation' : 'preparation';
}

/** Whether this side's preparation is released. */
export function isReleased(side: Side, facts: PolicyFacts): boolean {
  return side === 'employee' ? facts.employeeReleased : facts.managerReleased;
}

/**
 * Whether a release reaches whom it was meant for: not when the talk has been handed over since, so that what was shared with one manager never becomes
 * readable for the next by itself. The manager's own reaches the employee, who stays.
 * @param releasedTo the other party at that time; null in releases of earlier versions, when there were no hand-overs
 */
export function countsAsReleased(
  { releasedAt, releasedTo }: { releasedAt: Date | null; releasedTo: string | null },
  side: Side,
  { managerId, heldSince }: { managerId: string; heldSince: Date | null },
): boolean {
  if (!releasedAt) return false;
  if (side === 'manager' || !heldSince) return true;
  return releasedAt > heldSince && releasedTo === managerId;
}

/** The facts as they will be when what this side has written is open to the other: released, and the talk begun, whatever the release rule. */
export function whenOpen(side: Side, facts: PolicyFacts): PolicyFacts {
  const state = facts.state < 2 ? 2 : facts.state;
  return side === 'employee' ? { ...facts, state, employeeReleased: true } : { ...facts, state, managerReleased: true };
}

/** Whether answers can still change, be released or taken back: until the talk starts. */
export function isOpen(side: Side, facts: PolicyFacts): boolean {
  return mayAccess(ownItem(side, isReleased(side, facts)), 'write', side, facts);
}

/**
 * Whether this side may save `text` as its answer to a question of its own.
 * @param questions what the talk's template version asks this side
 * @returns null, or question-unknown, answer-too-long (limit in UTF-16 code units), wrong-input (marks the question does not have),
 * preparation-closed, already-released
 */
export function maySave(side: Side, facts: PolicyFacts, questions: AskedQuestion[], questionId: string, text: string): Refused | null {
  const question = questions.find(({ id }) => id === questionId);
  if (!question) return refuse('question-unknown');
  if (text.length > answerLimit) return refuse('answer-too-long', { limit: answerLimit, detail: `At most ${answerLimit} characters.` });
  if (!fitsForm(question.form, text)) return refuse('wrong-input', { field: 'text', detail: 'Must be marked as the question offers.' });
  if (!isOpen(side, facts)) return refuse('preparation-closed');
  return isReleased(side, facts) ? refuse('already-released') : null;
}

/** Whether this side may release. @returns null, or preparation-closed, already-released, nothing-to-release (no answer has text) */
export function mayRelease(side: Side, facts: PolicyFacts, hasText: boolean): Refused | null {
  if (!isOpen(side, facts)) return refuse('preparation-closed');
  if (isReleased(side, facts)) return refuse('already-released');
  return hasText ? null : refuse('nothing-to-release');
}

/** Whether this side may take its release back. @returns null, or preparation-closed, not-released */
export function mayWithdraw(side: Side, facts: PolicyFacts): Refused | null {
  if (!isOpen(side, facts)) return refuse('preparation-closed');
  return isReleased(side, facts) ? null : refuse('not-released');
}

/** The facts once this side's preparation is released, or taken back: before a talk starts its state follows from both. */
export function withRelease(side: Side, released: boolean, facts: PolicyFacts): PolicyFacts {
  const next = { ...facts, ...(side === 'employee' ? { employeeReleased: released } : { managerReleased: released }) };
  if (facts.state > 1) return next;
  return { ...next, state: next.employeeReleased || next.managerReleased ? 1 : 0 };
}

/** Whether a text counts as an answer: white space alone does not. */
export function isEmpty(text: string): boolean {
  return text.trim() === '';
}
