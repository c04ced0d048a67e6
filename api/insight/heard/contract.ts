/**
 * "Did I feel heard?": two questions to both after they have signed. Answers are only counted, apart from the talk and from who gave them; what
 * an employee wants the manager to know is a choice of its own.
 */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

const sideSchema = z.enum(['employee', 'manager']);

export const replySchema = z.enum(['yes', 'partly', 'no']);
export type Reply = z.infer<typeof replySchema>;
/** Whether one felt heard, and whether one knows what happens next. */
export const repliesSchema = z.strictObject({ heard: replySchema, next: replySchema });
export type Replies = z.infer<typeof repliesSchema>;

/** For the reader: `open` once they have signed, before which nothing is there to write to; `told`: the employee wants the manager to know that they did not feel heard. */
export const heardSchema = z.object({ open: z.boolean(), answered: z.boolean(), told: z.boolean() });
export type Heard = z.infer<typeof heardSchema>;

const countsSchema = z.object({ yes: z.number().int(), partly: z.number().int(), no: z.number().int() });
/** Answers of at least five people; `department` is null for those of several departments together. */
export const groupSchema = z.object({
  side: sideSchema,
  department: z.string().nullable(),
  people: z.number().int(),
  heard: countsSchema,
  next: countsSchema,
});
export type Group = z.infer<typeof groupSchema>;

/** The groups of one quarter of a year (UTC), for example `2026-4`. Shown when the quarter is over, and never changed afterwards. */
export const figuresSchema = z.object({ quarter: z.string(), groups: z.array(groupSchema) });
export type Figures = z.infer<typeof figuresSchema>;

const one = z.strictObject({ talkId: z.string().max(100) });

export const readHeard = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/heard',
  may: 'talk-party',
  about: { item: 'felt-heard', act: 'read' },
  params: one,
  answer: heardSchema,
});
/** Answers both questions, once: what comes after the first time is not counted. */
export const answerQuestions = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/heard',
  may: 'talk-party',
  about: { item: 'felt-heard', act: 'write' },
  params: one,
  body: repliesSchema,
  answer: heardSchema,
});
/** The employee says that the manager shall know, or takes it back. */
export const changeTold = endpoint({
  method: 'PUT',
  path: '/api/talks/:talkId/heard/told',
  may: 'talk-party',
  about: { item: 'not-heard', act: 'write' },
  params: one,
  body: z.strictObject({ told: z.boolean() }),
  answer: heardSchema,
});
/** For HR: the newest quarters first. */
export const listFigures = endpoint({
  method: 'GET',
  path: '/api/departments/heard',
  may: 'hr',
  about: { item: 'insight', act: 'read' },
  answer: z.object({ quarters: z.array(figuresSchema) }),
});
/** For a manager: of the same groups those that are the own group, because nobody else holds talks in that department; of six people or more. */
export const listTeamFigures = endpoint({
  method: 'GET',
  path: '/api/heard/team',
  may: 'signed-in',
  about: { item: 'insight', act: 'read' },
  answer: z.object({ quarters: z.array(figuresSchema) }),
});
