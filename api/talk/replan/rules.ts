/** Rules of a re-plan for one talk: whether it is still as HR saw it, whether its new time is clear of those that have yet to go, how far it has come. */
import { mayHandOver } from '../hand-over/rules.ts';
import { mayPart, type Parting } from '../parting/rules.ts';
import type { Span, StepState } from './contract.ts';

type Step = {
  talkId: string;
  from: Span | null;
  to: Span | 'withdrawn' | 'no-time' | 'parts';
  handOver?: { from: string; to: string } | null;
};
export type TalkFacts = {
  _id: string;
  employeeId: string;
  managerId: string;
  withdrawnAt?: Date | null;
  start: Date | null;
  end: Date | null;
  startedAt: Date | null;
  replanId?: string | null;
  bookDue: object | null;
  moveDue?: object | null;
  unwantedDue?: object | null;
  moved?: { from: Span; outcome: string; why?: string | null } | null;
  signatures?: readonly { side: 'employee' | 'manager' }[];
  parting?: Parting | null;
  partedAt?: Date | null;
};

const isSame = (a: Span | null, b: Span | null): boolean =>
  a?.start.getTime() === b?.start.getTime() && a?.end.getTime() === b?.end.getTime();
const touches = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;
const timeOf = ({ start, end }: TalkFacts): Span | null => (start && end ? { start, end } : null);

/** Whether the talk is as the plan knew it. Whatever its people have done with it since wins. */
export function isAsPlanned(talk: TalkFacts, step: Step): boolean {
  if (step.to === 'parts') return step.handOver != null && mayPart({ ...talk, signatures: talk.signatures ?? [] }, step.handOver);
  if (step.handOver && !mayHandOver(talk, step.handOver)) return false;
  return !talk.startedAt && !talk.bookDue && !talk.moveDue && isSame(timeOf(talk), step.from);
}

/** Whether the calendars have yet to be told of something that was done for this re-plan. */
export const isUnderWay = (talk: TalkFacts, replanId: string): boolean =>
  talk.replanId === replanId && Boolean(talk.bookDue ?? talk.moveDue ?? talk.unwantedDue);

/** How far a step has come. `isOver`: nothing more will be begun. */
export function stepState(talk: TalkFacts | undefined, step: Step, replanId: string, isOver: boolean): StepState {
  if (talk?.replanId !== replanId) return talk && !isOver && isAsPlanned(talk, step) ? 'waiting' : 'changed';
  if (isUnderWay(talk, replanId)) return 'under-way';
  if (typeof step.to === 'string') return 'done';
  // A booking whose time was gone has none afterwards; a move whose time was gone says so.
  const isGone = step.from === null || step.handOver ? talk.start === null : talk.moved?.why != null && talk.moved.outcome === 'taken';
  return isGone ? 'taken' : 'done';
}

/** Times that each person's calendar holds for talks of the cycle: where talks are, and where their events still are while they are moved. */
export type Held = Map<string, { talkId: string; span: Span }[]>;

/** @param steps of the re-plan: a talk that is withdrawn holds its old time until its event is cancelled */
export function heldTimes(talks: TalkFacts[], steps: Step[]): Held {
  const stepOf = new Map(steps.map((step) => [step.talkId, step]));
  const held: Held = new Map();
  for (const talk of talks) {
    const old = talk.moveDue ? (talk.moved?.from ?? null) : talk.unwantedDue ? (stepOf.get(talk._id)?.from ?? null) : null;
    for (const span of [timeOf(talk), old])
      if (span) for (const person of holders(talk, stepOf.get(talk._id))) add(held, person, { talkId: talk._id, span });
  }
  return held;
}

/** The event of a talk that is handed over is in the former manager's calendar until it is cancelled. */
function holders({ employeeId, managerId, unwantedDue }: TalkFacts, step: Step | undefined): string[] {
  return step?.handOver && unwantedDue ? [employeeId, managerId, step.handOver.from] : [employeeId, managerId];
}

function add(held: Held, person: string, one: { talkId: string; span: Span }): void {
  const list = held.get(person);
  if (list) list.push(one);
  else held.set(person, [one]);
}

/** Whether no other talk of the two stands, or still has its event, where this one is to go: then it is this one's turn. */
export function isClear(held: Held, { _id, employeeId, managerId }: TalkFacts, to: Span): boolean {
  return [employeeId, managerId].every((person) =>
    (held.get(person) ?? []).every(({ talkId, span }) => talkId === _id || !touches(span, to)),
  );
}

/** The same times once a step was begun: its talk holds both its old time and its new one. */
export function holdsToo(held: Held, { _id, employeeId, managerId }: TalkFacts, to: Span): void {
  for (const person of [employeeId, managerId]) add(held, person, { talkId: _id, span: to });
}
