/** Looking back: every talk of an employee over the years on one line, and what can be found in them. For the employee, and for a manager their own talks. */
import { z } from 'zod';
import { heldCheckInSchema } from '#api/checkin/answer/contract.ts';
import { goalLineSchema } from '#api/development/terms/contract.ts';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { localizedSchema } from '#api/template/contract.ts';
import { sideSchema, talkStatusSchema } from '../contract.ts';
import { passableSchema } from '../passing/contract.ts';
import { erasedFields } from '../retention/contract.ts';

/** Most talks that are shown and searched, newest first: thirty years of two a year. */
export const talksLookedAt = 60;

export const pastTalkSchema = z.object({
  talkId: z.string(),
  cycleName: z.string(),
  /** When it was held, or is to be; null without a time. */
  day: z.string().nullable(),
  status: talkStatusSchema,
  /** Its time has gone by without it having been begun. */
  isMissed: z.boolean(),
  me: sideSchema,
  manager: personRefSchema,
  agreements: z.array(z.object({ agreementId: z.string(), text: z.string(), ownerName: z.string(), due: z.string().nullable() })),
  /** Goals as they stood when it was finished; empty for whoever no longer manages the employee. */
  goals: z.array(goalLineSchema),
  /** Topics that were taken up in it. */
  topics: z.array(z.object({ topicId: z.string(), text: z.string(), by: sideSchema })),
  /** Check-ins after it that were answered, newest first. */
  checkIns: z.array(heldCheckInSchema),
  /** Somebody else held it, and its employee has passed this on to the reader (`readPassed`); nothing else of it is there to be opened. */
  passed: z.array(passableSchema).optional(),
  ...erasedFields,
});
export type PastTalk = z.infer<typeof pastTalkSchema>;

const whose = z.strictObject({ employeeId: z.string().max(100) });

export const readHistory = endpoint({
  method: 'GET',
  path: '/api/talks/history/:employeeId',
  may: 'signed-in',
  about: { item: 'talk', act: 'read' },
  params: whose,
  answer: z.object({
    employee: personRefSchema,
    talks: z.array(pastTalkSchema),
    /** There are older ones, which are not shown. */ more: z.boolean(),
  }),
});

export const hitSchema = z.object({
  where: z.enum([
    'employee-preparation',
    'manager-preparation',
    'shared-notes',
    'agreements',
    'private-notes',
    'topics',
    'goals',
    'check-ins',
  ]),
  /** What was asked, when it is an answer. Goals belong to no talk: they are found as they are now, with what was noted on them. */
  question: localizedSchema.nullable(),
  /** Some words around what was found. */
  excerpt: z.string(),
});
export type Hit = z.infer<typeof hitSchema>;

/**
 * Where all of these words stand together in something that the reader may read. Asked with a body: what somebody looks for is content, and no
 * address may hold it.
 */
export const findInHistory = endpoint({
  method: 'POST',
  path: '/api/talks/history/:employeeId/find',
  may: 'signed-in',
  about: { item: 'talk', act: 'read' },
  params: whose,
  body: z.strictObject({ words: z.string().trim().min(2).max(200) }),
  answer: z.object({
    /** By talk, newest first; null for goals, and for topics that were taken up in none. */
    found: z.array(z.object({ talkId: z.string().nullable(), hits: z.array(hitSchema) })),
    more: z.boolean(),
  }),
});
