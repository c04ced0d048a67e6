/** What may be worth a second look after a talk: a hint for its manager, and counts for HR. Says nothing of what was said. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** Nothing was agreed, it was much shorter than planned, it waits for signatures since two weeks, its employee has told that they did not feel heard. */
export const signSchema = z.enum(['no-agreements', 'short', 'unsigned', 'not-heard']);
export type Sign = z.infer<typeof signSchema>;

export const listSigns = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/signs',
  may: 'talk-party',
  about: { item: 'weak-signs', act: 'read' },
  params: z.strictObject({ talkId: z.string().max(100) }),
  answer: z.object({ signs: z.array(signSchema) }),
});

/** For HR: of the talks held in a cycle, how many show each sign, in steps of five; null where it is too few to be told. What was told to the manager is not counted. */
export const countSigns = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId/signs',
  may: 'hr',
  about: { item: 'insight', act: 'read' },
  params: z.strictObject({ cycleId: z.string().max(100) }),
  answer: z.object({ signs: z.array(z.object({ sign: signSchema, atLeast: z.number().int().nullable() })) }),
});
