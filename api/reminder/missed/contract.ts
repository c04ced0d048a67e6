/** For HR: which notifications of a cycle reached nobody, and what helps; how many are overdue, as counts. Never what is in a talk. */
import { z } from 'zod';
import { personRefSchema } from '#api/people/contract.ts';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { signingSchema } from '../signing/contract.ts';

/**
 * `no-way`: neither the app nor a mail address. `refused`: Microsoft 365 does not let Samtal send. `uncertain`: it may have arrived, and cannot be
 * looked up; told another way, the person could get it twice. `other`: anything else that Microsoft 365 said.
 */
export const missedReasons = ['no-way', 'refused', 'uncertain', 'other'] as const;
export type MissedReason = (typeof missedReasons)[number];

const groupSchema = z.object({
  why: z.enum(missedReasons),
  inAll: z.number().int(),
  /** The first of them. */ people: z.array(personRefSchema),
});
export type MissedGroup = z.infer<typeof groupSchema>;

export const missedSchema = z.object({
  missed: z.array(groupSchema),
  /** Waiting for Microsoft 365 to answer; sent by themselves once it does. */
  waiting: z.number().int(),
  /** Talks of the cycle where a reminder did not help: held, and a signature missing for three weeks; preparation not shared when it was due. */
  overdue: z.object({ signatures: z.number().int(), preparations: z.number().int() }),
  signing: signingSchema,
});
export type Missed = z.infer<typeof missedSchema>;

/** Of everything, whichever cycle it belongs to or none: not which, and not what it was about. */
export const missedOfAllSchema = missedSchema.pick({ missed: true });
export type MissedOfAll = z.infer<typeof missedOfAllSchema>;

const one = z.strictObject({ cycleId: z.string().max(100) });
const again = z.strictObject({ why: z.enum(missedReasons) });

export const readMissed = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId/reminders',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  params: one,
  answer: missedSchema,
});
/** Tries again what reached nobody for one reason; answers how it stands then. What is `uncertain` is told anew, and may come twice. */
export const sendMissed = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/reminders/send',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  params: one,
  body: again,
  answer: missedSchema,
});

/** The same of everything that Samtal tells people: talks without a cycle, for one, are in no cycle's list. */
export const readMissedOfAll = endpoint({
  method: 'GET',
  path: '/api/reminders/missed',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  answer: missedOfAllSchema,
});
/** Tries again what reached nobody for one reason, whichever cycle it belongs to or none; answers what is left then. */
export const sendMissedOfAll = endpoint({
  method: 'POST',
  path: '/api/reminders/missed/send',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  body: again,
  answer: missedOfAllSchema,
});
