/** Following agreements up after they are signed: how each goes, with a note per change, across talks, cycles and managers. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { agreementSchema, agreementStatusSchema } from '../contract.ts';

/** Most characters (UTF-16 code units) of a note on how an agreement goes. */
export const progressNoteLimit = 500;
/** Most steps of one agreement. */
export const stepLimit = 200;

export const followingRefusals = { 'progress-note-too-long': 413, 'too-many-steps': 409 } as const;

export const stepSchema = z.object({
  status: agreementStatusSchema,
  note: z.string().nullable(),
  byMe: z.boolean(),
  name: z.string(),
  at: z.string(),
});
export type Step = z.infer<typeof stepSchema>;

export const followedSchema = agreementSchema.extend({
  employee: personRefSchema,
  /** Who manages the employee now: the other of the two who can own an agreement. */
  manager: personRefSchema,
  cycleName: z.string(),
  /** When the talk was held in which it was agreed. */
  heldAt: z.string().nullable(),
  /** Guards the next step; 0 before the first. */
  followVersion: z.number().int(),
  /** Newest first. */
  steps: z.array(stepSchema),
  /** Whether the reader may say how it goes, and propose a change: from the first signature on. */
  mayFollow: z.boolean(),
  /** Changed since it was signed; and a change is proposed that waits for an answer. */
  amended: z.boolean(),
  changeWaits: z.boolean(),
});
export type FollowedAgreement = z.infer<typeof followedSchema>;

const list = z.object({ agreements: z.array(followedSchema) });
const one = z.strictObject({ talkId: z.string().max(100) });

/** One's own agreements as employee, or those of the people one manages now. Open ones by their day, then those that have come to an end. */
export const listFollowed = endpoint({
  method: 'GET',
  path: '/api/agreements/followed',
  may: 'signed-in',
  about: { item: 'agreement-status', act: 'read' },
  query: z.strictObject({ as: z.enum(['employee', 'manager']), show: z.enum(['open', 'all']) }),
  answer: list,
});
/** The agreements that were made in this talk. */
export const listOfTalk = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/agreements/followed',
  may: 'talk-party',
  about: { item: 'agreement-status', act: 'read' },
  params: one,
  answer: list,
});
/** What this talk begins with: the employee's agreements from earlier talks that are open, or have come to an end since the last one. */
export const listSince = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/agreements/since',
  may: 'talk-party',
  about: { item: 'agreement-status', act: 'read' },
  params: one,
  answer: list,
});
/** Either says how it goes, with a note or without. The same status with a note is a note on it. */
export const changeProgress = endpoint({
  method: 'PUT',
  path: '/api/talks/:talkId/agreements/:agreementId/progress',
  may: 'talk-party',
  about: { item: 'agreement-status', act: 'write' },
  guarded: true,
  params: one.extend({ agreementId: z.string().max(100) }),
  body: z.strictObject({ status: agreementStatusSchema, note: z.string().trim().min(1).nullable() }),
  answer: followedSchema,
});
/** How many signed agreements a cycle has led to, and how many of them are where (empty while fewer than five have signed). Numbers only. */
export const countStatus = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId/agreements',
  may: 'hr',
  about: { item: 'agreement-status', act: 'read' },
  params: z.strictObject({ cycleId: z.string().max(100) }),
  answer: z.object({
    agreements: z.number().int(),
    statuses: z.array(z.object({ status: agreementStatusSchema, agreements: z.number().int() })),
  }),
});
