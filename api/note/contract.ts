/** Notes: shared notes that both type into at the same time (a Yjs document over the live socket), and private notes of one author. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

export const privateNotesLimit = 100_000;
/**
 * Longest shared notes that the editor takes in, in characters (UTF-16 code units, two more for each paragraph). Two who are both near it without a
 * connection may pass it together; the server's own limit is one of bytes, far beyond (platform/live/documents.ts).
 */
export const sharedNotesLimit = 300_000;

export const noteRefusals = { 'notes-too-long': 413, 'notes-closed': 409 } as const;

/** The live socket's path and the name of a talk's document. The token travels in the first message, never in the URL. */
export const livePath = '/live';
export const liveDocumentName = (talkId: string): string => `talk.${talkId}`;
/** Name of the Yjs XML fragment that the editor binds to. */
export const notesFragment = 'notes';
/**
 * Stateless message from the server after each durable write: what is stored now, as a base64 Yjs snapshot (state vector and delete set).
 * The tab shows "Saved" when its own document is contained in it.
 */
export const storedMessageSchema = z.object({ kind: z.literal('stored'), snapshot: z.string() });
export type StoredMessage = z.infer<typeof storedMessageSchema>;

const one = z.strictObject({ talkId: z.string().max(100) });
export const privateNotesSchema = z.object({ text: z.string(), version: z.number().int(), savedAt: z.string().nullable() });
export type PrivateNotes = z.infer<typeof privateNotesSchema>;

/** The reader's own private notes on this talk; nobody else's can be asked for. */
export const readPrivateNotes = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/private-notes',
  may: 'talk-party',
  about: { item: 'private-notes', act: 'read' },
  params: one,
  answer: privateNotesSchema,
});
export const savePrivateNotes = endpoint({
  method: 'PUT',
  path: '/api/talks/:talkId/private-notes',
  may: 'talk-party',
  about: { item: 'private-notes', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ text: z.string() }),
  answer: privateNotesSchema,
});
/** Shared notes as plain text, for reading after the talk. */
export const readSharedNotes = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/shared-notes',
  may: 'talk-party',
  about: { item: 'shared-notes', act: 'read' },
  params: one,
  answer: z.object({ text: z.string() }),
});
