/** What a new plan changes, talk by talk, against how things are. Pure. */
import type { OpenTalk, Span } from '#api/talk/replan/contract.ts';
import type { UnplacedReason } from '../../outcome/contract.ts';
import { instantOf } from '../../rules/calendar-grid.ts';
import { deskOf } from '../../rules/desk.ts';
import { countsOf, reasonOf } from '../../rules/reasons.ts';
import { relaxOf, type RelaxRecord } from '../../rules/relaxations.ts';
import type { Again } from './again-of.ts';
import type { planAgain } from './plan-again.ts';
import type { Sorted } from './sort-talks.ts';
import type { WhyRecord } from './why-not.ts';

type Timed = OpenTalk & { time: Span };
export type Unplaced = {
  talk: OpenTalk;
  reason: UnplacedReason;
  counts: { talks: number; times: number } | null;
  relax: RelaxRecord | null;
  why: WhyRecord | null;
};
export type Difference = {
  moves: { talk: Timed; to: Span; why: WhyRecord }[];
  given: { talk: OpenTalk; to: Span }[];
  unplaced: Unplaced[];
  stays: { talk: Timed; because: 'soon' | 'chosen'; why: WhyRecord }[];
  leavers: OpenTalk[];
  otherManager: Sorted['otherManager'];
};

/** Talks in the order of their new times, so that a long list can be read. */
export function differenceOf(again: Again, planned: Awaited<ReturnType<typeof planAgain>>, sorted: Sorted): Difference {
  const { judged, whys, kept, alone } = again;
  const talkOf = new Map(sorted.open.map((talk) => [talk.employeeId, talk]));
  const slots = new Map(again.standing.map(({ id, slot }) => [id, slot]));
  const desk = deskOf(planned.instance, planned.placed, judged.windowSlots);
  const found: Pick<Difference, 'moves' | 'given' | 'unplaced'> = { moves: [], given: [], unplaced: [] };
  for (const job of desk.jobs) {
    const talk = talkOf.get(job.talk.id);
    if (!talk || (job.slot !== null && job.slot === slots.get(talk.employeeId))) continue;
    const why = whys.get(talk.employeeId) ?? (planned.madeRoom.has(talk.employeeId) ? { kind: 'makes-room' as const } : null);
    if (job.slot === null) {
      const [reason, counts] = [reasonOf(desk, job), countsOf(desk, talk.managerId, judged.windowSlots)];
      found.unplaced.push({ talk, reason, counts, relax: relaxOf(desk, job, judged), why });
      continue;
    }
    const start = instantOf(judged.grid, job.slot);
    const to = { start, end: new Date(start.getTime() + talk.lengthMinutes * 60_000) };
    if (talk.time && why) found.moves.push({ talk: { ...talk, time: talk.time }, to, why });
    else found.given.push({ talk, to });
  }
  const byTime = (a: { to: Span }, b: { to: Span }): number => a.to.start.getTime() - b.to.start.getTime();
  const lonely = alone.flatMap(({ employeeId, reason }): Unplaced[] => {
    const talk = talkOf.get(employeeId);
    return talk ? [{ talk, reason, counts: null, relax: null, why: whys.get(employeeId) ?? null }] : [];
  });
  const left = sorted.alone.map(({ talk, reason }): Unplaced => ({ talk, reason, counts: null, relax: null, why: null }));
  return {
    moves: found.moves.sort(byTime),
    given: found.given.sort(byTime),
    unplaced: [...found.unplaced, ...lonely, ...left],
    stays: [...staysOf(sorted.soon, again.soon, 'soon'), ...staysOf(sorted.open, kept, 'chosen')],
    leavers: sorted.leavers,
    otherManager: sorted.otherManager,
  };
}

function staysOf(talks: OpenTalk[], whys: Map<string, WhyRecord>, because: 'soon' | 'chosen'): Difference['stays'] {
  return talks.flatMap(({ time, ...talk }) => {
    const why = whys.get(talk.employeeId);
    return time && why ? [{ talk: { ...talk, time }, because, why }] : [];
  });
}
