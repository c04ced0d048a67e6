/** What of earlier talks is erased once a talk is signed, for people to know before they sign. Apart from the rest, since only the page of signing asks it. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

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
