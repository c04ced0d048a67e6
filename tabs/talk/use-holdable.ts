/** Which talks can be held in the meeting at hand, nearest in time first, and which few of a list are shown. Pure. */
import type { Talk } from '#api/talk/contract.ts';

/** Those that are not over; without a time last. */
export function holdable<T extends Pick<Talk, 'start' | 'finishedAt'>>(talks: readonly T[], now: Date): T[] {
  const far = ({ start }: T): number => (start ? Math.abs(Date.parse(start) - now.getTime()) : Infinity);
  return talks.filter(({ finishedAt }) => finishedAt === null).sort((a, b) => (far(a) === far(b) ? 0 : far(a) - far(b)));
}

const few = 5;

export function someOf<T>(all: readonly T[], nameOf: (one: T) => string, typed: string): { shown: T[]; more: number } {
  const words = typed.trim().toLocaleLowerCase();
  const matching = all.filter((one) => nameOf(one).toLocaleLowerCase().includes(words));
  return { shown: matching.slice(0, few), more: Math.max(0, matching.length - few) };
}
