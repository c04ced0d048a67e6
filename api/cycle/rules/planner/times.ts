/** How many talks a manager's own calendar has room for. */
import type { People } from './people.ts';
import { firstOf } from './open-starts.ts';
import { keepRuns } from './slot-bits.ts';

/** In slots: length, time between two, the first slot and the one after the last. */
export type Bounds = { dur: number; gap: number; maxPerDay: number; from?: number; until: number };

/**
 * Most talks of this length, whoever comes: day by day, each as early as it goes. No plan has more.
 * @param withoutBuffer counts time right beside what is in the calendar too
 */
export function timesOf(people: People, person: number, { dur, gap, maxPerDay, from = 0, until }: Bounds, withoutBuffer = false): number {
  const { day } = people.times[person]!;
  const starts = (withoutBuffer ? people.free[person]! : people.asManager(person)).slice();
  keepRuns(starts, dur);
  let [times, today, taken] = [0, -1, 0];
  for (let slot = firstOf(starts, from); slot >= 0 && slot + dur <= until;) {
    if (day[slot] !== today) [today, taken] = [day[slot]!, 0];
    const fits = taken < maxPerDay;
    if (fits) {
      taken += 1;
      times += 1;
    }
    slot = firstOf(starts, slot + (fits ? dur + gap : 1));
  }
  return times;
}
