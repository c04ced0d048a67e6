/** Talks in meetings that Samtal did not book: holding one of one's talks there, or starting one that nobody planned. */
import { z } from 'zod';
import { personRefSchema } from '#api/people/contract.ts';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { talkSchema } from '../contract.ts';

const chatIdSchema = z.string().min(1).max(200);

/** With whom the reader may start a talk: their manager, and those who report to them. Empty for a guest and for whoever has neither. */
export const listPartners = endpoint({
  method: 'GET',
  path: '/api/talks/partners',
  may: 'signed-in',
  about: { item: 'talk', act: 'read' },
  answer: z.object({ manager: personRefSchema.nullable(), reports: z.array(personRefSchema) }),
});
/** Says that this talk is held in the meeting with this chat; from then on its two find it there. Saying it again changes nothing. */
export const chooseTalk = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/meeting',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  params: z.strictObject({ talkId: z.string().max(100) }),
  body: z.strictObject({ chatId: chatIdSchema }),
  answer: talkSchema,
});
/**
 * Starts a talk with one's manager or with one's report, in this meeting. Two have at most one such talk that is not over: whoever starts it
 * second, or again, is given the same.
 */
export const startUnplanned = endpoint({
  method: 'POST',
  path: '/api/talks/unplanned',
  may: 'signed-in',
  about: { item: 'talk', act: 'write' },
  body: z.strictObject({ withId: z.string().max(100), chatId: chatIdSchema.optional() }),
  answer: talkSchema,
});
