/** The one policy table (security.md section 2, rows 1 to 7 and 10 to 12). Every channel asks it; the tab shows what it says. */
import type { Act, Item, PolicyFacts, Relation, TalkState } from '../contract.ts';

type Cell = (facts: PolicyFacts) => boolean;
type Row = Partial<Record<Relation, { read?: Cell; write?: Cell }>>;

const between =
  (from: TalkState, to: TalkState): Cell =>
  ({ state }) =>
    state >= from && state <= to;
const both =
  (...cells: Cell[]): Cell =>
  (facts) =>
    cells.every((cell) => cell(facts));

/** Row 2 and 3: what the other side has released is readable by the talk's release rule, and always once the talk has started. */
const seesOther =
  (released: 'employeeReleased' | 'managerReleased'): Cell =>
  (facts) => {
    if (!facts[released]) return false;
    if (facts.state >= 2) return true;
    if (facts.releaseRule === 'on-release') return true;
    return facts.releaseRule === 'both-released' && facts.employeeReleased && facts.managerReleased;
  };

const always: Cell = () => true;
/**
 * Rows 5 and 6. The first signature closes agreements as well as notes: both are in what was signed, and the hash of signed content never
 * changes (section 4, auditor's invariants).
 */
const sharedNotesOpen: Cell = both(between(2, 3), ({ anySignature }) => !anySignature);

/** What both have signed is what may go to others. A talk that ended without both signatures is closed, and between its employee and nobody. */
const agreed: Cell = ({ leftUnsigned }) => !leftUnsigned;

/** "Unless E hands over": what the employee passed on to this new manager, and has not taken back. */
const passedOn =
  (item: 'preparation' | 'shared-notes'): Cell =>
  (facts) =>
    facts.state === 5 && agreed(facts) && (facts.passed?.includes(item) ?? false);

/** From the first signature on what was signed is frozen; then there are amendments, and agreements are followed up. */
const frozen =
  (to: TalkState): Cell =>
  (facts) =>
    between(3, to)(facts) && facts.anySignature && agreed(facts);

/** No cell means never. `other` never appears: whoever has no relation is answered "not found". */
const policy: Record<Item, Row> = {
  'preparation-draft': {
    employee: { read: between(0, 1), write: between(0, 1) },
  },
  preparation: {
    employee: { read: between(1, 5), write: between(1, 1) },
    manager: { read: seesOther('employeeReleased') },
    'new-manager': { read: both(passedOn('preparation'), ({ employeeReleased }) => employeeReleased) },
    hr: { read: both(between(1, 5), ({ sharedWithHr, employeeReleased }) => sharedWithHr.preparation && employeeReleased) },
  },
  'manager-preparation': {
    manager: { read: always, write: between(0, 1) },
    employee: { read: both(seesOther('managerReleased'), ({ managerPreparationVisible }) => managerPreparationVisible) },
    hr: { read: both(between(1, 5), ({ sharedWithHr, managerReleased }) => sharedWithHr.preparation && managerReleased) },
  },
  // Row 4 and 4b: the author alone. Whose notes are meant is the author's own id, so each relation reaches only its own.
  'private-notes': {
    employee: { read: always, write: always },
    manager: { read: between(0, 4), write: between(0, 4) },
    'former-manager': { read: both(between(5, 5), ({ daysSinceHandOver }) => daysSinceHandOver !== undefined && daysSinceHandOver < 30) },
  },
  'shared-notes': {
    employee: { read: between(2, 5), write: sharedNotesOpen },
    manager: { read: between(2, 5), write: sharedNotesOpen },
    'new-manager': { read: passedOn('shared-notes') },
    hr: { read: both(between(4, 5), agreed, ({ sharedWithHr }) => sharedWithHr.notes) },
  },
  agreements: {
    employee: { read: always, write: sharedNotesOpen },
    manager: { read: always, write: sharedNotesOpen },
    'new-manager': { read: both(between(5, 5), agreed) },
    hr: { read: both(between(4, 5), agreed, ({ sharedWithHr }) => sharedWithHr.agreements) },
  },
  // Part of the summary of rows 5 and 6: comments, objections and corrections. They are about the notes too, so they stay with the two.
  statements: {
    employee: { read: between(3, 5), write: both(between(3, 5), agreed) },
    manager: { read: between(3, 5), write: between(3, 4) },
  },
  // Row 6, "after 4 only signed amendments", and "W by amendment" for a new manager. They open when writing closes: with the first signature.
  amendments: {
    employee: { read: between(3, 5), write: frozen(5) },
    manager: { read: between(3, 5), write: frozen(4) },
    'new-manager': { read: both(between(5, 5), agreed), write: both(between(5, 5), agreed) },
    hr: { read: both(between(4, 5), agreed, ({ sharedWithHr }) => sharedWithHr.agreements) },
  },
  // Row 6: how an agreement goes, and the note on it, by either. HR's cell is for counts.
  'agreement-status': {
    employee: { read: both(between(3, 5), agreed), write: frozen(5) },
    manager: { read: between(3, 5), write: frozen(4) },
    'new-manager': { read: both(between(5, 5), agreed), write: both(between(5, 5), agreed) },
    hr: { read: both(between(4, 5), agreed) },
  },
  // Row 7: a goal is the employee's. Whose it is, with whom it was shared and how it is marked is asked by its own rule
  // (api/development/goal/rules.ts), and no talk: it lives on through all of them. HR's cell is for counts.
  goal: {
    employee: { read: always, write: always },
    manager: { read: always },
    'new-manager': { read: between(5, 5) },
    'managers-manager': { read: always },
    hr: { read: always },
  },
  // Row 7, "proposes": what is no goal before the employee takes it on. The manager writes the proposal, the employee the answer.
  'goal-proposal': { employee: { read: always, write: always }, manager: { read: always, write: always } },
  // Row 7, "W the shared part": how it goes, and the note on it, by either, read by the two alone.
  'goal-progress': { employee: { read: always, write: always }, manager: { read: always, write: always } },
  // Not on the page: the plan for the hour is common ground. Its manager leads it until the talk starts; both read it from its first word.
  agenda: {
    employee: { read: always },
    manager: { read: always, write: between(0, 1) },
  },
  // Not on the page, and as rows 1 and 2: a topic is its author's alone until it is shared, then the two's. Whose is meant is asked by its own rule
  // (api/checkin/rules.ts), and no talk: it may come up when there is none.
  'topic-draft': { employee: { read: always, write: always }, manager: { read: always, write: always } },
  topic: { employee: { read: always, write: always }, manager: { read: always, write: always } },
  // Not on the page, and as the notes of row 6 between the two who made them: what is said in a check-in, from the first signature on. A manager who comes
  // after reads none of it, and nobody checks in with one who has gone.
  'check-in': {
    employee: { read: between(3, 5), write: frozen(4) },
    manager: { read: between(3, 4), write: frozen(4) },
  },
  // Row 11, as the parties see it: one's own talk, and one's team's talks. HR sees a cycle as counts, and no talk.
  talk: {
    employee: { read: always, write: between(0, 3) },
    manager: { read: always, write: between(0, 3) },
    'new-manager': { read: both(between(5, 5), agreed) },
  },
  // "Hand-over", states 2 and 3: how a talk that has begun goes on is the employee's to choose; when the time to finish is over, too.
  parting: {
    employee: { read: between(2, 5), write: between(2, 5) },
    manager: { read: between(2, 4) },
  },
  // "E sees the list of what NM will get and may add to it": the employee decides, once the talk is another manager's.
  passing: {
    employee: { read: always, write: both(between(5, 5), agreed) },
    'new-manager': { read: (facts) => passedOn('preparation')(facts) || passedOn('shared-notes')(facts) },
  },
  // Row 12. Nobody writes or deletes: Samtal adds to it by itself. The employee is shown all of it, everybody else their own accesses
  // (access-log/rules.ts). HR's cell is for counts: nobody in them, and nothing of the log of a talk (access-count/).
  'access-log': {
    employee: { read: always },
    manager: { read: always },
    'former-manager': { read: between(5, 5) },
    'new-manager': { read: both(between(5, 5), agreed) },
    hr: { read: always },
  },
  // Rows 4 and 13, "access-request bundle: two people, reason, expires after 72 h, both parties told". An officer asks and another answers; the parties are told
  // that there is one, and read none of it here. Who is too near, and from when until when the bundle opens, is asked by its own rules
  // (access-request/rules.ts): it is about all talks of an employee at once.
  'access-request': {
    employee: { read: always },
    manager: { read: always },
    'former-manager': { read: always },
    'access-officer': { read: always, write: always },
  },
  'access-bundle': { 'access-officer': { read: always } },
  // Row 10. Nobody writes one: what a talk is made from is published, and a published version is immutable.
  template: {
    employee: { read: always },
    manager: { read: always },
    'former-manager': { read: always },
    'new-manager': { read: always },
    'managers-manager': { read: always },
    hr: { read: always },
  },
  cycle: { hr: { read: always, write: always } },
  // Not on the page: when talks suit a person is the person's own, as private notes are. The planner reads it and shows only where no time was found.
  wish: { employee: { read: always, write: always }, manager: { read: always, write: always } },
  // Not in a row: "a leaver keeps E's reads for 30 days through an export link issued before leaving". The link is its maker's alone; from when until when it
  // opens something is asked by its own rule (leaving/rules.ts), and what it opens are the employee's cells.
  'leaving-link': { employee: { read: always, write: always } },
  // Not on the page: how a talk felt. What is read is whether one has answered oneself; the answers are read by nobody, only counted.
  'felt-heard': {
    employee: { read: between(3, 5), write: frozen(5) },
    manager: { read: between(3, 4), write: frozen(4) },
  },
  // What an employee chooses to have known to the manager, as a signal of row 8: the manager of the talk alone, and it may be taken back.
  'not-heard': {
    employee: { read: between(3, 5), write: frozen(5) },
    manager: { read: between(3, 4) },
  },
  // What may be worth a second look after a talk: its manager's hint. HR's part is counts, row 9.
  'weak-signs': { manager: { read: between(3, 4) } },
  // Row 9: groups of five or more (insight/heard/rules.ts); a manager's are those of the own group.
  insight: { manager: { read: always }, hr: { read: always } },
};

/**
 * Whether someone standing in `relation` to a talk may do `act` with `item`.
 * @returns false also when the row or cell does not exist: what is not granted is refused.
 */
export function mayAccess(item: Item, act: Act, relation: Relation, facts: PolicyFacts): boolean {
  // Whoever held what ended without both signatures is a former manager, and nobody else is its manager.
  if (facts.leftUnsigned && relation === 'manager') return false;
  return policy[item][relation]?.[act]?.(facts) ?? false;
}

/** Whether the table has a cell at all for `act` with `item` by somebody standing so: then a talk and its state decide, see `mayAccess`. */
export function mayEver(item: Item, act: Act, relation: Relation): boolean {
  return policy[item][relation]?.[act] !== undefined;
}

/** Everyone who can read the item now, by relation; the badge "who can see" on every field is made of it. */
export function readersOf(item: Item, facts: PolicyFacts): Relation[] {
  return (Object.keys(policy[item]) as Relation[]).filter((relation) => mayAccess(item, 'read', relation, facts));
}
