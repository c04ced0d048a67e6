/** The day on which a talk was held, where the booked one says nothing true any more. Pure; apart from the minutes, since My talk needs no more. */
import type { Talk } from '#api/talk/contract.ts';

/**
 * When the talk was begun, where that is not on the day it was booked for, or it had no time: then the booked time says nothing true any more. Null otherwise.
 * @param daysUntil calendar days from now to an instant, in the reader's time zone
 */
export function heldElsewhen({ start, startedAt }: Pick<Talk, 'start' | 'startedAt'>, daysUntil: (at: string) => number): string | null {
  if (startedAt === null) return null;
  return start === null || daysUntil(start) !== daysUntil(startedAt) ? startedAt : null;
}
