/** Rules of what may be worth a second look after a talk, and of what HR is told of it. Judges nobody: a sign is a reason to ask, not an answer. */
import { fewest } from '#api/privacy/rules/groups.ts';
import type { Sign } from './contract.ts';

export type HeldFacts = {
  startedAt: Date | null;
  finishedAt: Date | null;
  /** Booked end; null for a talk without a time. */
  end: Date | null;
  lengthMinutes: number;
  signatures: number;
  agreements: number;
  told: boolean;
};

/** After so long without both signatures a talk shows it. */
const unsignedDays = 14;
const minute = 60_000;

/** The signs a talk shows; none before it is finished. What was entered into Samtal after its booked time says nothing of how long it was. */
export function signsOf({ startedAt, finishedAt, end, lengthMinutes, signatures, agreements, told }: HeldFacts, now: Date): Sign[] {
  if (!startedAt || !finishedAt) return [];
  const livedThrough = end !== null && startedAt < end;
  const short = livedThrough && finishedAt.getTime() - startedAt.getTime() < (lengthMinutes * minute) / 2;
  const unsigned = signatures < 2 && now.getTime() - finishedAt.getTime() >= unsignedDays * 24 * 60 * minute;
  const signs: [Sign, boolean][] = [
    ['not-heard', told],
    ['no-agreements', agreements === 0],
    ['short', short],
    ['unsigned', unsigned],
  ];
  return signs.flatMap(([sign, shows]) => (shows ? [sign] : []));
}

/**
 * What HR is told of `talks` out of `held`: the count rounded down to fives, so that one more talk seldom shows.
 * @returns null when the talks, or those without the sign, are fewer than five
 */
export function atLeast(talks: number, held: number): number | null {
  return talks >= fewest && held - talks >= fewest ? Math.floor(talks / fewest) * fewest : null;
}
