/** What an employee may do when they get a new manager: choose how a talk that has begun goes on. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { talkSchema } from '../contract.ts';
import { partingChoiceSchema } from '../parting/contract.ts';

/**
 * The employee, who has another manager by now, chooses how a talk that has begun goes on. `finish` answers this talk, `start-over` the one that takes
 * its place: with the new manager, without a time, the employee's preparation in it and shared with nobody. The same press once more changes nothing.
 */
export const chooseParting = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/choose',
  may: 'talk-party',
  about: { item: 'parting', act: 'write' },
  guarded: true,
  params: z.strictObject({ talkId: z.string().max(100) }),
  body: z.strictObject({ choice: partingChoiceSchema }),
  answer: talkSchema,
});
