/**
 * Check-ins: on a day that the two set in their talk, each says in three short answers how it goes with what they agreed. For the two alone. Books
 * nothing: a talk, when one is wished for, is set up as every other.
 */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** Most characters (UTF-16 code units) of what may be added in words. */
export const checkInTextLimit = 500;

export const checkInRefusals = { 'check-in-closed': 409, 'check-in-text-too-long': 413 } as const;

/** How it goes with what was agreed. */
export const howSchema = z.enum(['on-track', 'partly', 'stuck']);
export type How = z.infer<typeof howSchema>;
/** What is needed from the other of the two. */
export const needSchema = z.enum(['nothing', 'word', 'talk']);
export type Need = z.infer<typeof needSchema>;
/** In how many weeks the two hold another one; 0 is none. */
export const weeksSchema = z.union([z.literal(0), z.literal(4), z.literal(8), z.literal(12)]);
export type Weeks = z.infer<typeof weeksSchema>;
export const weeksOffered: readonly Weeks[] = [4, 8, 12, 0];

const day = z.iso.date();

export const checkInAnswerSchema = z.object({
  side: z.enum(['employee', 'manager']),
  mine: z.boolean(),
  name: z.string(),
  how: howSchema,
  need: needSchema,
  weeks: weeksSchema,
  text: z.string().nullable(),
  at: z.string(),
});
export type CheckInAnswer = z.infer<typeof checkInAnswerSchema>;

/** One check-in: its local day, and what has been said in it, employee first. */
export const heldCheckInSchema = z.object({ day, answers: z.array(checkInAnswerSchema) });
export type HeldCheckIn = z.infer<typeof heldCheckInSchema>;

export const checkInsSchema = z.object({
  /** Guards the next answer; 0 before the first. */
  version: z.number().int(),
  /** Local day of the one that is to come, or is due; null: none. */
  next: day.nullable(),
  /** What the answers to the open one say of the next, as it counts: in how many weeks, 0 for none. Null: nobody has answered it. */
  weeks: weeksSchema.nullable(),
  /** The one that can be answered now: that is due, or was the last and may still be changed. Null: it is not time yet. */
  open: heldCheckInSchema.nullable(),
  /** Those before it, newest first. */
  earlier: z.array(heldCheckInSchema),
  /** Why the reader may not answer: nobody has signed the talk yet, or the employee has somebody else as manager. Null: they may. */
  closed: z.enum(['not-signed', 'handed-over']).nullable(),
});
export type CheckIns = z.infer<typeof checkInsSchema>;

const one = z.strictObject({ talkId: z.string().max(100) });
const ofDay = one.extend({ day });

export const readCheckIns = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/check-ins',
  may: 'talk-party',
  about: { item: 'check-in', act: 'read' },
  params: one,
  answer: checkInsSchema,
});
/** Answers the open check-in, or changes one's answer to it. Said again word for word it changes nothing, and is no mistake. */
export const answerCheckIn = endpoint({
  method: 'PUT',
  path: '/api/talks/:talkId/check-ins/:day',
  may: 'talk-party',
  about: { item: 'check-in', act: 'write' },
  guarded: true,
  params: ofDay,
  body: z.strictObject({ how: howSchema, need: needSchema, weeks: weeksSchema, text: z.string().trim().min(1).nullable() }),
  answer: checkInsSchema,
});
/** Takes one's own answer back, as if it had not been given; without one nothing happens. */
export const withdrawAnswer = endpoint({
  method: 'DELETE',
  path: '/api/talks/:talkId/check-ins/:day',
  may: 'talk-party',
  about: { item: 'check-in', act: 'write' },
  guarded: true,
  params: ofDay,
  answer: checkInsSchema,
});
