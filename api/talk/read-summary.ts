/**
 * What is signed: shared notes with their formatting, agreements and goals, with their hash. Before the first signature as they are now, afterwards as
 * they were then. What is added to it later is the record's business (signing/).
 */
import { listForSummary } from '#api/agreement/list-for-summary.ts';
import type { FormattedPiece } from '#api/note/formatted/contract.ts';
import { readFormattedNotes } from '#api/note/formatted/read-formatted-notes.ts';
import { plainTextOf } from '#api/note/rules.ts';
import { bytesOf } from '#api/platform/db/bytes.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteShown, type OpenedAs } from '#api/platform/reading/reading.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Summary } from './contract.ts';
import { readAccess } from './read-access.ts';
import { goalsOf } from './signing/keep-goals.ts';
import { hashOf } from './signing/seal-entry.ts';
import type { TalkRecord } from './store.ts';

/** A summary and the exact text that its hash is made of, which is kept with the first signature. */
export type Canonical = { summary: Summary; canonical: string };

export async function readSummary(platform: Platform, actor: Person, talkId: string): Promise<Result<Summary>> {
  const access = await readAccess(platform, actor, talkId, 'shared-notes');
  // For the two only: the summary holds agreements too, which HR may see by a flag of its own or not at all.
  if (!access?.side) return refuse('not-found');
  return done(await showSummary(platform, access.talk));
}

/** The whole summary for somebody who is shown it. What was signed is one text: that it holds agreements and goals is told to the access log here. */
export async function showSummary(platform: Platform, talk: TalkRecord): Promise<Summary> {
  const { summary } = await summaryOf(platform, talk);
  if (summary.agreements.length > 0) noteShown(talk._id, 'agreements');
  if (summary.goals.length > 0) noteShown(talk._id, 'goal');
  return summary;
}

/**
 * The summary of a talk, for a caller who has already asked the policy table.
 * @param as what is shown of what was signed; `nobody` where it is compared, or only counted
 */
export async function summaryOf(platform: Platform, talk: TalkRecord, as: OpenedAs = 'shared-notes'): Promise<Canonical> {
  const { tenantId, _id: talkId } = talk;
  const scope = { tenantId, talkId, authorId: 'shared' };
  if (talk.signedContent) return withHash(await platform.seal.openText(scope, bytesOf(talk.signedContent), as));
  // From the moment that says so they are gone for whoever signs now, too.
  const formatted = talk.notesErased ? [] : await readFormattedNotes(platform, tenantId, talkId);
  const notes = plainTextOf(formatted);
  const lines = await listForSummary(platform, talk);
  const goals = await goalsOf(platform, talk);
  // What there is none of is left out, so that a text keeps the hash that it had in earlier releases.
  return withHash(JSON.stringify({ notes, formatted, agreements: lines, ...(goals.length > 0 ? { goals } : {}) }));
}

/** `hash`: of what was signed, once its notes have been erased and it cannot be counted out any more. */
type Kept = Pick<Summary, 'notes' | 'agreements'> & Partial<Pick<Summary, 'formatted' | 'goals' | 'hash'>>;

/** What was signed in earlier releases has no formatting (each line is a paragraph), and no goals. */
function withHash(canonical: string): Canonical {
  const { notes, formatted = paragraphsOf(notes), agreements, goals = [], hash = hashOf(canonical) } = JSON.parse(canonical) as Kept;
  return { canonical, summary: { notes, formatted, agreements, goals, hash } };
}

/** What was signed without its notes: agreements and goals as they were signed, and the hash that both have put their names to. Erased twice, it stays the same. */
export function withoutNotes(canonical: string): string {
  const { agreements, goals, hash } = withHash(canonical).summary;
  return JSON.stringify({ notes: '', formatted: [], agreements, ...(goals.length > 0 ? { goals } : {}), hash });
}

const paragraphsOf = (notes: string): FormattedPiece[] =>
  notes === '' ? [] : notes.split('\n').map((text) => ({ name: 'paragraph', pieces: [{ text }] }));
