/** For HR: how much the access logs of a cycle hold, and whether they are whole. Never who opened what of whom, nor anything of fewer than five people. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** A month that is over (UTC, `2027-02`); null: fewer than five people, or talks. */
const monthSchema = z.object({
  month: z.string(),
  /** Entries in the logs of the cycle's talks. */ accesses: z.number().int().nullable(),
  /** What was asked for and not given, in the whole organisation: it may have been of no talk at all. */ refused: z
    .number()
    .int()
    .nullable(),
});
export type MonthCounts = z.infer<typeof monthSchema>;

export const countAccesses = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId/accesses',
  may: 'hr',
  about: { item: 'access-log', act: 'read' },
  params: z.strictObject({ cycleId: z.string().max(100) }),
  answer: z.object({
    /** Newest first, at most twelve; months without anything to be shown are left out. */ months: z.array(monthSchema),
    /** Since when every log of the cycle has been looked at; null while one has not been, or there is none. */ checkedAt: z
      .string()
      .nullable(),
    /** False: at least one of them was changed or taken out, past Samtal. */ whole: z.boolean(),
  }),
});
export type AccessCounts = z.infer<(typeof countAccesses)['answer']>;
