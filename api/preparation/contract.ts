/** Preparation: answers each side writes before the talk, and the release that lets the other side read them. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** Longest answer, in UTF-16 code units as JavaScript and the text box count them. Source: issue "The first talk", bad input. */
export const answerLimit = 20_000;

export const preparationRefusals = {
  'answer-too-long': 413,
  'question-unknown': 404,
  'preparation-closed': 409,
  'already-released': 409,
  'not-released': 409,
  'nothing-to-release': 409,
  'another-manager': 409,
} as const;

/** What `text` says depends on the form of its question (rules/given.ts). */
export const answerSchema = z.object({ questionId: z.string(), text: z.string(), version: z.number().int(), savedAt: z.string() });
export type PreparationAnswer = z.infer<typeof answerSchema>;

export const preparationsSchema = z.object({
  mine: z.object({ answers: z.array(answerSchema), releasedAt: z.string().nullable(), open: z.boolean(), version: z.number().int() }),
  /** `answers` is null until the policy lets the reader see them; the server then does not send them at all. */
  theirs: z.object({ releasedAt: z.string().nullable(), answers: z.array(answerSchema.pick({ questionId: true, text: true })).nullable() }),
});
export type Preparations = z.infer<typeof preparationsSchema>;
/** What the other reads in the end of the reader's own preparation: their `theirs`. */
export const previewSchema = preparationsSchema.pick({ theirs: true });
export type Preview = z.infer<typeof previewSchema>;

const one = z.strictObject({ talkId: z.string().max(100) });

export const readPreparations = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/preparations',
  may: 'talk-party',
  about: { item: 'preparation', act: 'read' },
  params: one,
  answer: preparationsSchema,
});
/** The reader's own preparation as the other will be answered it once it is released and open, by the same read; `answers` is null if never. */
export const readPreview = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/preparation/preview',
  may: 'talk-party',
  about: { item: 'preparation-draft', act: 'read' },
  params: one,
  answer: previewSchema,
});
/** Saves one answer; If-Match is the version of that answer (0 before the first). Durable when it answers. */
export const saveAnswer = endpoint({
  method: 'PUT',
  path: '/api/talks/:talkId/preparation/answers/:questionId',
  may: 'talk-party',
  about: { item: 'preparation-draft', act: 'write' },
  guarded: true,
  params: z.strictObject({ talkId: z.string().max(100), questionId: z.string().max(100) }),
  body: z.strictObject({ text: z.string() }),
  answer: answerSchema,
});
/**
 * Releases the reader's own preparation; If-Match is the preparation's version. `withId` is whom the page said reads it: when the talk is somebody
 * else's by now the answer is another-manager, and nobody reads a word.
 */
export const releasePreparation = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/preparation/release',
  may: 'talk-party',
  about: { item: 'preparation-draft', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ withId: z.string().max(100) }),
  answer: preparationsSchema,
});
/** Takes the release back, until the talk starts. */
export const withdrawPreparation = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/preparation/withdraw',
  may: 'talk-party',
  about: { item: 'preparation', act: 'write' },
  guarded: true,
  params: one,
  answer: preparationsSchema,
});
