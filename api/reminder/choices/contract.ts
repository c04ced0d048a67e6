/** What each person says about reminders: on which way first, in which hours, and about what. Only one's own, and nobody else's to see. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** Subjects a person can turn off. `signing` is delayed: a signature that waits is first asked for after ten days then, instead of three; and left out where HR lets it be (signing/). */
export const subjects = ['preparing', 'released', 'talk', 'signing', 'agreements'] as const;
export type Subject = (typeof subjects)[number];

/** Shortest time of the day, in minutes, that reminders may come in. */
export const shortestHours = 60;

const minute = z.number().int().min(0).max(1440).multipleOf(15);
export const choicesSchema = z.strictObject({
  /** `usual`: as rules/ways.ts says for each kind. The others follow when the first does not reach the person. */
  first: z.enum(['usual', 'feed', 'card', 'mail']),
  off: z.array(z.enum(subjects)).max(subjects.length),
  /** Hours of the person's own day in which reminders come; minutes from midnight, `to` not included. 1 Monday to 7 Sunday. */
  from: minute,
  to: minute,
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
  /** Whether news, such as that a talk was moved, waits for these hours as well. */
  newsWaits: z.boolean(),
});
export type Choices = z.infer<typeof choicesSchema>;

const kept = z.object({ choices: choicesSchema, version: z.number().int() });

/** One's own; version 0 while nothing was ever said. */
export const readMyReminders = endpoint({
  method: 'GET',
  path: '/api/my-reminders',
  may: 'signed-in',
  about: { item: 'wish', act: 'read' },
  answer: kept,
});
export const saveMyReminders = endpoint({
  method: 'PUT',
  path: '/api/my-reminders',
  may: 'signed-in',
  about: { item: 'wish', act: 'write' },
  guarded: true,
  body: choicesSchema,
  answer: kept,
});
