/** What a new plan changes, talk by talk, against how things are. Pure. */
import type { OpenTalk, Span } from '#api/talk/replan/contract.ts';
import { instantOf } from '../../rules/calendar-grid.ts';
import { tableOf } from '../../rules/planner/table.ts';
import { explainTalk, type Explained } from '../../rules/reasons.ts';
import type { Again } from './again-of.ts';
import { limitsOf, whoLeavesFirst, type Change } from './leave-first.ts';
import type { planAgain } from './plan-again.ts';
import type { Sorted } from './sort-talks.ts';
import type { WhyRecord } from './why-not.ts';

type Timed = OpenTalk & { time: Span };
type HandedOver = OpenTalk & { handOverFrom: string };
const isHandedOver = (talk: OpenTalk): talk is HandedOver => talk.handOverFrom !== undefined;
export type Unplaced = Explained & { talk: OpenTalk; why: WhyRecord | null };
export type Difference = {
  moves: { talk: Timed; to: Span; why: WhyRecord }[];
  given: { talk: OpenTalk; to: Span }[];
  unplaced: Unplaced[];
  stays: { talk: Timed; because: 'soon' | 'chosen'; why: WhyRecord | null }[];
  leavers: OpenTalk[];
  otherManager: Sorted['otherManager'];
  begun: Sorted['begun'];
  /** Goes to the new manager (`talk.managerId`), at its time, at another, or without one. None of these is among the moves and those that get a time. */
  handOvers: { talk: HandedOver; to: Span | null }[];
  /** By employee: those whose talk has to leave first. */
  after: Map<string, string[]>;
};

/** Whether the employee of a talk that has begun is to be asked how it goes on: nobody has asked them about this manager yet. */
export function isToAsk({ parting }: Pick<OpenTalk, 'parting'>, newManagerId: string): boolean {
  return parting === undefined || (parting.to !== newManagerId && !parting.isOver);
}

/** Talks in the order of their new times, so that a long list can be read. */
export function differenceOf(again: Again, planned: Awaited<ReturnType<typeof planAgain>>, sorted: Sorted): Difference {
  const { judged, whys, kept, alone } = again;
  const talkOf = new Map(sorted.open.map((talk) => [talk.employeeId, talk]));
  const slots = new Map(again.standing.map(({ id, slot }) => [id, slot]));
  const table = tableOf(planned.instance, planned.placed.talks);
  const starts = new Map(planned.placed.talks.map(({ id, start }) => [id, start]));
  const found: Pick<Difference, 'moves' | 'given' | 'unplaced'> = { moves: [], given: [], unplaced: [] };
  for (const one of planned.instance.talks) {
    const talk = talkOf.get(one.id);
    const slot = starts.get(one.id) ?? null;
    if (!talk || (slot !== null && slot === slots.get(talk.employeeId))) continue;
    const why = whys.get(talk.employeeId) ?? (planned.madeRoom.has(talk.employeeId) ? { kind: 'makes-room' as const } : null);
    if (slot === null) {
      found.unplaced.push({ talk, ...explainTalk(table, one, judged), why });
      continue;
    }
    const start = instantOf(judged.grid, slot);
    const to = { start, end: new Date(start.getTime() + talk.lengthMinutes * 60_000) };
    if (talk.time && why) found.moves.push({ talk: { ...talk, time: talk.time }, to, why });
    else found.given.push({ talk, to });
  }
  const byTime = (a: { to: Span }, b: { to: Span }): number => a.to.start.getTime() - b.to.start.getTime();
  const lonely = alone.flatMap(({ employeeId, reason }): Unplaced[] => {
    const talk = talkOf.get(employeeId);
    return talk ? [{ talk, reason, counts: null, relax: null, others: [], why: whys.get(employeeId) ?? null }] : [];
  });
  const left = sorted.alone.map(({ talk, reason }): Unplaced => ({ talk, reason, counts: null, relax: null, others: [], why: null }));
  const unplaced = [...found.unplaced, ...lonely, ...left];
  const notHandedOver = <R extends { talk: OpenTalk }>(rows: R[]): R[] => rows.filter(({ talk }) => !isHandedOver(talk));
  const changes = {
    moves: notHandedOver(found.moves).sort(byTime),
    given: notHandedOver(found.given).sort(byTime),
    handOvers: handOversOf(sorted.open, [...found.moves, ...found.given], unplaced),
    leavers: sorted.leavers,
  };
  return {
    ...changes,
    after: whoLeavesFirst(goingsOf(changes, again.partnerId), limitsOf(planned.instance, planned.placed.talks, judged.grid)),
    unplaced,
    stays: [...staysOf(sorted.soon, again.soon, 'soon'), ...staysOf(sorted.open, kept, 'chosen')],
    otherManager: sorted.otherManager,
    begun: sorted.begun,
  };
}

/** One that the plan does not touch keeps its time. */
function handOversOf(open: OpenTalk[], placed: { talk: OpenTalk; to: Span }[], unplaced: Unplaced[]): Difference['handOvers'] {
  const to = new Map(placed.map((one) => [one.talk.employeeId, one.to]));
  const without = new Set(unplaced.map(({ talk }) => talk.employeeId));
  return open.filter(isHandedOver).map((talk) => {
    return { talk, to: to.get(talk.employeeId) ?? (without.has(talk.employeeId) ? null : talk.time) };
  });
}

type Goings = Pick<Difference, 'moves' | 'given' | 'handOvers' | 'leavers'>;

/** @param partnerId takes part in every talk */
function goingsOf({ moves, given, handOvers, leavers }: Goings, partnerId: string | null): Change[] {
  const partner = partnerId === null ? [] : [partnerId];
  const at = (span: Span | null, people: string[]) => span && { at: span, people: [...new Set([...people, ...partner])] };
  return [
    ...[...moves, ...given].map(({ talk: { employeeId: id, managerId, time }, to }) => {
      return { id, leaves: at(time, [id, managerId]), goes: at(to, [id, managerId]) };
    }),
    ...handOvers.map(({ talk: { employeeId: id, managerId, handOverFrom, time }, to }) => {
      return { id, leaves: at(time, [id, handOverFrom]), goes: at(to, [id, managerId]) };
    }),
    ...leavers.map(({ employeeId: id, managerId, time }) => ({ id, leaves: at(time, [id, managerId]), goes: null })),
  ];
}

function staysOf(talks: OpenTalk[], whys: Map<string, WhyRecord | null>, because: 'soon' | 'chosen'): Difference['stays'] {
  return talks.flatMap(({ time, ...talk }) => {
    const why = whys.get(talk.employeeId);
    return time && why !== undefined ? [{ talk: { ...talk, time }, because, why }] : [];
  });
}
