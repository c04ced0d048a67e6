/** A manager's overview: one row per person, with the one talk that matters now. Facts only, never what was written. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { howSchema, needSchema } from '#api/checkin/answer/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { sideSchema, talkSchema } from '../contract.ts';

export const teamRowSchema = z.object({
  person: personRefSchema,
  /** The talk that asks most of the manager now; the newest when all are signed, null when there never was one. */
  talk: talkSchema.nullable(),
  /** When the two last met for a talk. */
  lastTalkAt: z.string().nullable(),
  /** What was said in the last check-in of the two: the employee's choices, or the manager's where the employee has not answered. Null: none yet. */
  lastCheckIn: z.object({ at: z.string(), by: sideSchema, how: howSchema, need: needSchema }).nullable(),
  /** Over all talks that the two have had. */
  openAgreements: z.number().int(),
  /** Topics that wait for the two, as far as the reader can read them. */
  topics: z.number().int(),
});
export type TeamRow = z.infer<typeof teamRowSchema>;

/** Everybody who reports to the reader or has a talk under way with them; who needs the reader comes first. */
export const listTeam = endpoint({
  method: 'GET',
  path: '/api/team',
  may: 'signed-in',
  about: { item: 'talk', act: 'read' },
  answer: z.object({ rows: z.array(teamRowSchema) }),
});
