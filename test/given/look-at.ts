/**
 * Lets time pass for stories about what people are told. Samtal's own clock does the same work beside the story, so nothing is moved while it has
 * part of it in hand: a call that was on its way would be late by a day, or come twice.
 */
import type { Platform } from '#api/platform/platform.ts';
import { collectNotices } from '#api/reminder/collect-reminders.ts';
import { deliverNextReminder } from '#api/reminder/deliver-reminder.ts';
import { lookAtTalks } from '#api/reminder/watch/look-at-talks.ts';
import type { GivenSamtal } from './samtal.ts';
import { until } from './until.ts';

type Step = (platform: Platform) => Promise<boolean>;

/** Moves the clock, not back, and does what it does by itself within seconds, so that "nothing was sent" can be told from "not yet sent". */
export async function lookAt(samtal: GivenSamtal, instant: Date, more: Step[] = []): Promise<void> {
  await untilNothingInHand(samtal);
  if (instant > (await samtal.desk.clock.now())) await samtal.desk.clock.moveTo(instant);
  for (const step of [collectNotices, ...more, lookAtTalks, deliverNextReminder]) while (await step(samtal.platform));
  await untilNothingInHand(samtal);
}

async function untilNothingInHand({ platform }: GivenSamtal): Promise<void> {
  const marks = { talks: 'noticeDue', reminderwatches: 'due', reminders: 'due' };
  const held = () =>
    Promise.all(
      Object.entries(marks).map(([name, mark]) =>
        platform.db.connection.collection(name).countDocuments({ [`${mark}.leaseUntil`]: { $ne: null } }),
      ),
    );
  await until(async () => (await held()).every((count) => count === 0), { message: 'nothing is in hand any more', seen: held });
}
