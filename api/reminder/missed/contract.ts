/** For HR: which notifications of a cycle reached nobody, and what helps; how many are overdue, as counts. Never what is in a talk. */
import { z } from 'zod';
import { personRefSchema } from '#api/people/contract.ts';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { signingSchema } from '../signing/contract.ts';

/** `no-way`: neither the app nor a mail address. `refused`: Microsoft 365 does not let Samtal send. `other`: anything else it said. */
export const missedReasons = ['no-way', 'refused', 'other'] as const;
export type MissedReason = (typeof missedReasons)[number];

export const missedSchema = z.object({
  missed: z.array(
    z.object({ why: z.enum(missedReasons), inAll: z.number().int(), /** The first of them. */ people: z.array(personRefSchema) }),
  ),
  /** Waiting for Microsoft 365 to answer; sent by themselves once it does. */
  waiting: z.number().int(),
  /** Talks of the cycle where a reminder did not help: held, and a signature missing for three weeks; preparation not shared when it was due. */
  overdue: z.object({ signatures: z.number().int(), preparations: z.number().int() }),
  signing: signingSchema,
});
export type Missed = z.infer<typeof missedSchema>;

const one = z.strictObject({ cycleId: z.string().max(100) });

export const readMissed = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId/reminders',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  params: one,
  answer: missedSchema,
});
/** Tries again what reached nobody; answers how it stands then. */
export const sendMissed = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/reminders/send',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  params: one,
  answer: missedSchema,
});
