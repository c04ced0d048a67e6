/** What is signed: shared notes and agreements with their hash. Before the first signature as they are now, afterwards as they were then. */
import { createHash } from 'node:crypto';
import { listForSummary } from '#api/agreement/list-for-summary.ts';
import { readNotesText } from '#api/note/read-shared-notes.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Summary } from './contract.ts';
import { readAccess } from './read-access.ts';
import type { TalkRecord } from './store.ts';

export async function readSummary(platform: Platform, actor: Person, talkId: string): Promise<Result<Summary>> {
  const access = await readAccess(platform, actor, talkId, 'shared-notes');
  // For the two only: the summary holds agreements too, which HR may see by a flag of its own or not at all.
  if (!access?.side) return refuse('not-found');
  return done(await summaryOf(platform, access.talk));
}

/** The summary of a talk, for a caller who has already asked the policy table. */
export async function summaryOf(platform: Platform, talk: TalkRecord): Promise<Summary> {
  const scope = { tenantId: talk.tenantId, talkId: talk._id, authorId: 'shared' };
  if (talk.signedContent) return withHash(await platform.seal.openText(scope, bytesOf(talk.signedContent)));
  const notes = await readNotesText(platform, talk.tenantId, talk._id);
  const agreements = await listForSummary(platform, talk);
  return withHash(canonical(notes, agreements));
}

/** The exact text that is hashed and kept with the first signature. */
export function canonicalOf(summary: Summary): string {
  return canonical(summary.notes, summary.agreements);
}

function canonical(notes: string, agreements: Summary['agreements']): string {
  return JSON.stringify({ notes, agreements: agreements.map(({ text, ownerName, due }) => ({ text, ownerName, due })) });
}

function withHash(text: string): Summary {
  const { notes, agreements } = JSON.parse(text) as Omit<Summary, 'hash'>;
  return { notes, agreements, hash: createHash('sha256').update(text).digest('hex') };
}

/** Lean reads give the driver's Binary; everything else a Buffer. */
function bytesOf(value: Buffer | { buffer: Uint8Array | ArrayBuffer }): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer as Uint8Array);
}
