/** History of shared notes, for the two of a talk: who wrote when, in steps, and the notes as they stood at the end of each. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

const one = z.strictObject({ talkId: z.string().max(100) });

/** A stretch of writing. `to` names it: the notes as they stood then are read by it. */
export const noteStepSchema = z.object({
  from: z.string(),
  to: z.string(),
  by: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type NoteStep = z.infer<typeof noteStepSchema>;

/** `earlier`: something was written before the first step, and it is no longer known by whom. */
export const noteStepsSchema = z.object({ steps: z.array(noteStepSchema), earlier: z.boolean() });

/** The steps in their order, the newest last. */
export const listNoteSteps = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/shared-notes/steps',
  may: 'talk-party',
  about: { item: 'shared-notes', act: 'read' },
  params: one,
  answer: noteStepsSchema,
});
/** The notes as they stood at an instant: a Yjs document as one update, in base64. */
export const readNoteStep = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/shared-notes/steps/:to',
  may: 'talk-party',
  about: { item: 'shared-notes', act: 'read' },
  params: z.strictObject({ talkId: z.string().max(100), to: z.iso.datetime() }),
  answer: z.object({ update: z.string() }),
});
