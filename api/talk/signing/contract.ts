/**
 * What is added to a signed summary: comments, objections, and amendments that both confirm. Each is one entry of a record that only grows; the
 * content itself and its signatures are in the talk's own contract.
 */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { agreementTermsSchema } from '#api/agreement/terms/contract.ts';

/** Most characters (UTF-16 code units) of a comment, an objection or a correction. */
export const statementLimit = 2_000;
/** Most entries of one talk's record. */
export const entryLimit = 200;

export const signingRefusals = {
  'statement-too-long': 413,
  'not-signed-yet': 409,
  'amendment-waiting': 409,
  'nothing-to-answer': 409,
  'nothing-changed': 409,
  'record-full': 409,
} as const;

const sideSchema = z.enum(['employee', 'manager']);

/**
 * `signed` (with or without a comment) and `objected` are one's own; `proposed` is a change to an agreement or a correction that counts when the
 * other has `confirmed` it. Declined and withdrawn ones stay in the record.
 */
export const entryKindSchema = z.enum(['signed', 'objected', 'proposed', 'confirmed', 'declined', 'withdrawn']);
export type EntryKind = z.infer<typeof entryKindSchema>;

/** What a proposal changes: an agreement from these terms to those. */
export const changeSchema = z.object({ agreementId: z.string(), from: agreementTermsSchema, to: agreementTermsSchema });
export type Change = z.infer<typeof changeSchema>;

export const entrySchema = z.object({
  entryId: z.string(),
  kind: entryKindSchema,
  side: sideSchema,
  byMe: z.boolean(),
  name: z.string(),
  at: z.string(),
  /** What was written: comment, objection, correction, or why a change is proposed or declined. */
  text: z.string().nullable(),
  change: changeSchema.nullable(),
  /** The proposal that this answers. */
  about: z.string().nullable(),
  /** Hash of the content that it speaks of, of the entry before it ('' for the first), and its own over both and all it says. */
  contentHash: z.string(),
  previous: z.string(),
  hash: z.string(),
});
export type Entry = z.infer<typeof entrySchema>;

export const recordSchema = z.object({
  /** The talk's version: what is added next is guarded by it. */
  version: z.number().int(),
  /** From the first signature on the content is frozen, and changes are amendments. */
  frozen: z.boolean(),
  entries: z.array(entrySchema),
  /** Whether every entry, and the content, still is what its hash was made of. */
  intact: z.boolean(),
});
export type TalkRecordRead = z.infer<typeof recordSchema>;

const one = z.strictObject({ talkId: z.string().max(100) });
const statement = z.string().trim().min(1);

/** The record as far as the reader may know it: who is the manager after a change of manager sees what was changed in agreements only. */
export const readRecord = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/record',
  may: 'talk-party',
  about: { item: 'amendments', act: 'read' },
  params: one,
  answer: recordSchema,
});
/** Writes an objection to the summary with this hash instead of signing; `entryId` (UUID) is the caller's, so that a repeated call says nothing twice. */
export const objectToSummary = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/summary/object',
  may: 'talk-party',
  about: { item: 'statements', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ entryId: z.uuid(), hash: z.string().max(100), text: statement }),
  answer: recordSchema,
});
/** Proposes other terms for an agreement (`change`, with a reason or none), or a correction of the summary (`text` alone). */
export const proposeAmendment = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/amendments/propose',
  may: 'talk-party',
  about: { item: 'amendments', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({
    entryId: z.uuid(),
    text: statement.nullable(),
    change: z
      .strictObject({
        agreementId: z.string().max(100),
        text: z.string().trim().min(1),
        ownerId: z.string().max(100),
        due: z.iso.date().nullable(),
      })
      .nullable(),
  }),
  answer: recordSchema,
});
/** The other confirms or declines a proposal; who made it may take it back. */
export const answerAmendment = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/amendments/:entryId/answer',
  may: 'talk-party',
  about: { item: 'amendments', act: 'write' },
  guarded: true,
  params: one.extend({ entryId: z.string().max(100) }),
  body: z.strictObject({ answer: z.enum(['confirmed', 'declined', 'withdrawn']), text: statement.nullable() }),
  answer: recordSchema,
});
