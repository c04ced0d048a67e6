/** A manager asks for preparations: a reminder to several at once, and to each at most once a day. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** Most people that one press reminds. */
export const askedAtOnce = 100;

const ids = z.array(z.string().max(100));
/** Talk ids by what became of them: on its way now; already reminded today; there is nothing to remind of. */
export const askedSchema = z.object({ reminded: ids, already: ids, needless: ids });
export type Asked = z.infer<typeof askedSchema>;

export const remindToPrepare = endpoint({
  method: 'POST',
  path: '/api/team/remind',
  may: 'signed-in',
  about: { item: 'talk', act: 'write' },
  body: z.strictObject({ talkIds: ids.min(1).max(askedAtOnce) }),
  answer: askedSchema,
});
