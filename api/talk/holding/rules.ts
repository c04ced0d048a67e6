/** Rules of holding a talk: what the parts have taken, when one may go on, which day a check-in may have, what may be recorded. Pure. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { Side } from '../contract.ts';
import type { TalkFacts } from '../rules.ts';

/** What one part has taken so far, in milliseconds. */
export type Used = { partId: string; ms: number };
/** Where the two are, since when, and what the parts have taken before that. */
export type Turns = { partId: string; since: Date; used: Used[] };

const dayMs = 24 * 60 * 60_000;

/** A talk begins with the first part; null for an agenda without parts. */
export function firstTurn(partIds: readonly string[], startedAt: Date): Turns | null {
  const [partId] = partIds;
  return partId === undefined ? null : { partId, since: startedAt, used: [] };
}

/** What the parts have taken, the stretch under way included until `until`. A clock that went backwards adds nothing. */
export function usedUntil({ partId, since, used }: Turns, until: Date): Used[] {
  const more = Math.max(0, until.getTime() - since.getTime());
  const rest = used.filter((one) => one.partId !== partId);
  const before = used.find((one) => one.partId === partId)?.ms ?? 0;
  return [...rest, { partId, ms: before + more }];
}

/** The two go to a part; going to where they are changes nothing but is no mistake. */
export function turnTo(turns: Turns, partId: string, now: Date): Turns {
  return { partId, since: now, used: usedUntil(turns, now) };
}

/** One goes from part to part only while the talk goes on, and only to parts that it has. */
export function mayMovePart(facts: TalkFacts, partIds: readonly string[], partId: string): Refused | null {
  if (!facts.startedAt) return refuse('talk-not-started');
  if (facts.finishedAt) return refuse('talk-already-held');
  return partIds.includes(partId) ? null : refuse('wrong-input', { field: 'partId' });
}

/** A check-in lies ahead, at most two years. Yesterday is let through: somewhere on earth it is still that day. */
export function mayCheckIn(facts: TalkFacts, day: string | null, now: Date): Refused | null {
  if (!facts.startedAt) return refuse('talk-not-started');
  if (day === null) return null;
  const ahead = (Date.parse(day) - now.getTime()) / dayMs;
  return ahead > -2 && ahead < 2 * 366 ? null : refuse('wrong-input', { field: 'day' });
}

/** A recorded talk took between five minutes and eight hours, within the last year, and is over. Only its manager records it, and only once. */
export function mayRecord(facts: TalkFacts, side: Side, held: { start: Date; minutes: number }, now: Date): Refused | null {
  if (side !== 'manager') return refuse('not-found');
  if (facts.finishedAt) return refuse('talk-already-held');
  if (facts.startedAt) return refuse('talk-already-started');
  const ago = now.getTime() - held.start.getTime();
  if (held.minutes < 5 || held.minutes > 8 * 60) return refuse('wrong-input', { field: 'minutes' });
  // Ending within a few minutes is forgiven: who records it at once may be faster than the clock says.
  const isOver = ago >= (held.minutes - 5) * 60_000 && ago > 0;
  return isOver && ago < 366 * dayMs ? null : refuse('wrong-input', { field: 'start' });
}
