/** How long a talk has gone on and how much of the planned time is left, in whole minutes. Pure. */
import type { Talk } from '#api/talk/contract.ts';

/**
 * Null unless the talk is going on. The planned end is the booked one; a talk that was started outside its booked time ends after its length.
 */
export function timeOf(
  talk: Pick<Talk, 'status' | 'startedAt' | 'start' | 'end' | 'lengthMinutes'>,
  now: Date,
): { elapsed: number; left: number } | null {
  if (talk.status !== 'live' || !talk.startedAt) return null;
  const started = Date.parse(talk.startedAt);
  const [from, to] = [talk.start, talk.end].map((at) => (at ? Date.parse(at) : NaN)) as [number, number];
  const earlyMs = 30 * 60_000;
  const inItsTime = started >= from - earlyMs && started < to;
  const end = inItsTime ? to : started + talk.lengthMinutes * 60_000;
  return {
    elapsed: Math.max(0, Math.floor((now.getTime() - started) / 60_000)),
    left: Math.max(0, Math.ceil((end - now.getTime()) / 60_000)),
  };
}
