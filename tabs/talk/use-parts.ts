/** The parts of an agenda as they are shown: which one it is now, what each has taken, which comes next. Pure; the time is the server's. */
import type { Holding } from '#api/talk/holding/contract.ts';

export type PartTime = { partId: string; isNow: boolean; /** Whole minutes, or null when nobody followed the time. */ used: number | null };

/** @param partIds in the order of the agenda */
export function partTimes(partIds: readonly string[], holding: Holding | undefined, now: Date): PartTime[] {
  const followed = holding !== undefined && (holding.partId !== null || holding.used.length > 0);
  return partIds.map((partId) => {
    const isNow = holding?.partId === partId;
    const before = holding?.used.find((one) => one.partId === partId)?.seconds ?? 0;
    const since = isNow && holding.since ? Math.max(0, (now.getTime() - Date.parse(holding.since)) / 1000) : 0;
    return { partId, isNow, used: followed ? Math.floor((before + since) / 60) : null };
  });
}

/** The part after the one it is now; null at the end, and when the talk is not going on. */
export function nextPart(partIds: readonly string[], holding: Holding | undefined): string | null {
  const at = holding?.partId ? partIds.indexOf(holding.partId) : -1;
  return at < 0 ? null : (partIds[at + 1] ?? null);
}

/** Parts that the two have not come to. None when nobody went from part to part: then it says nothing. */
export function notReached(partIds: readonly string[], holding: Holding | undefined): string[] {
  if (!holding || holding.used.length === 0) return [];
  const reached = new Set([...holding.used.map(({ partId }) => partId), holding.partId]);
  return partIds.filter((partId) => !reached.has(partId));
}

/** The day proposed for the next check-in: six weeks from today, and not on a weekend. */
export function checkInAfter(today: string): string {
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 42);
  const off = { 6: 2, 0: 1 }[day.getUTCDay()] ?? 0;
  day.setUTCDate(day.getUTCDate() + off);
  return day.toISOString().slice(0, 10);
}
