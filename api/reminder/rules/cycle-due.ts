/** Notifications of HR about a recurring cycle: their keys, which can exist once, and whether one is still true. Pure. */
import type { RecurrenceState } from '#api/cycle/recurrence/contract.ts';
import type { Channel, CycleKind } from '../contract.ts';

/** HR is told once of a round that starts by itself, and once for each day on which it should have started and did not. */
export function cycleNotice(
  kind: CycleKind,
  { cycleId, day, recipientId }: { cycleId: string; day: string; recipientId: string },
): { key: string; channel: Channel } {
  const about = kind === 'cycle-soon' ? kind : `${kind}:${day}`;
  return { key: `${cycleId}:${about}:${recipientId}`, channel: 'best' };
}

/** Whether it still says something true when it is about to go out. */
export const cycleStillDue = (kind: CycleKind, state: RecurrenceState): boolean =>
  kind === 'cycle-soon' ? state === 'starts' : state === 'waiting';
