/**
 * What of earlier talks is erased once a talk is signed, for people to know before they sign; and, of a talk whose notes are gone, since when and why.
 * What is kept how long is decided in rules.ts and privacy/erasure.
 */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** The next talk of its kind was signed, or 24 months had gone by since it was held. */
export const erasedBecauseSchema = z.enum(['next-signed', 'two-years-held']);
export type ErasedBecause = z.infer<typeof erasedBecauseSchema>;

/** Left out while preparations and shared notes are kept. Agreements, goals, comments and signatures stay. */
export const erasedFields = { notesErased: z.object({ at: z.string(), why: erasedBecauseSchema }).optional() };

const endingSchema = z.object({
  /** Talks of the same kind whose preparations and shared notes go once both have signed this one, newest first; those that the reader may read alone. */
  talks: z.array(z.object({ talkId: z.string(), startedAt: z.string(), cycleName: z.string() })),
  /** A later talk of its kind is signed already: this one's go too once both have signed it. */ own: z.boolean(),
});
export type Ending = z.infer<typeof endingSchema>;

export const listEnding = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/ending',
  may: 'talk-party',
  about: { item: 'shared-notes', act: 'read' },
  params: z.strictObject({ talkId: z.string().max(100) }),
  answer: endingSchema,
});
