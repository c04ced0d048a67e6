/**
 * Rules of the record: who may object, propose and answer when, which objections and proposals are open, what an amendment makes of an agreement,
 * and whether the chain of hashes holds. The hash function is the caller's.
 */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { Side } from '../contract.ts';
import { entryLimit, statementLimit, type EntryKind } from './contract.ts';

/** An entry without what was written. `subject`: the agreement that a proposal changes; null for a correction and for everything else. */
export type EntryFacts = { entryId: string; kind: EntryKind; side: Side; personId: string; about: string | null; subject: string | null };
/** An entry as it is hashed. `body`: what was written, in its canonical form. */
export type ChainedEntry = EntryFacts & { at: Date; contentHash: string; body: string | null; previous: string; hash: string };

/** A side objects as long as it has not signed since. Source: README.md of this folder. */
export function objecting(entries: readonly EntryFacts[]): Side[] {
  return (['employee', 'manager'] as const).filter((side) => {
    const last = entries.findLast((entry) => entry.side === side && (entry.kind === 'objected' || entry.kind === 'signed'));
    return last?.kind === 'objected';
  });
}

/** Proposals that nobody has answered, in their order. */
export function openProposals<T extends EntryFacts>(entries: readonly T[]): T[] {
  const answered = new Set(entries.map(({ about }) => about));
  return entries.filter(({ kind, entryId }) => kind === 'proposed' && !answered.has(entryId));
}

/** Proposals that the other has confirmed, in the order of the confirmations: later ones count. */
export function confirmedProposals<T extends EntryFacts>(entries: readonly T[]): T[] {
  return entries.flatMap(({ kind, about }) => (kind === 'confirmed' ? entries.filter(({ entryId }) => entryId === about) : []));
}

/** The newest entry of somebody else that waits for an answer from this person: an open proposal, or an objection that stands. */
export function waitingFor<T extends EntryFacts>(entries: readonly T[], personId: string): T | null {
  const against = objecting(entries);
  const open = new Set(openProposals(entries).map(({ entryId }) => entryId));
  const waits = ({ entryId, kind, side }: T): boolean => open.has(entryId) || (kind === 'objected' && against.includes(side));
  return entries.findLast((entry) => entry.personId !== personId && waits(entry)) ?? null;
}

/** Whether this can be written at all. @returns null, or statement-too-long with the limit (UTF-16 code units), or record-full */
export function mayWrite(entries: readonly EntryFacts[], text: string | null): Refused | null {
  if (text !== null && text.length > statementLimit)
    return refuse('statement-too-long', { limit: statementLimit, detail: `At most ${statementLimit} characters.` });
  return entries.length >= entryLimit ? refuse('record-full', { limit: entryLimit }) : null;
}

/** Who has not signed may object to a talk that was held, also more than once. @returns null, talk-not-held or already-signed */
export function mayObject({ finishedAt, signed }: { finishedAt: Date | null; signed: Side[] }, side: Side): Refused | null {
  if (!finishedAt) return refuse('talk-not-held');
  return signed.includes(side) ? refuse('already-signed') : null;
}

/**
 * From the first signature on either may propose, one thing at a time about the same agreement, and one correction at a time.
 * @returns null, not-signed-yet or amendment-waiting
 */
export function mayPropose(frozen: boolean, entries: readonly EntryFacts[], subject: string | null): Refused | null {
  if (!frozen) return refuse('not-signed-yet');
  return openProposals(entries).some((open) => open.subject === subject) ? refuse('amendment-waiting') : null;
}

/** The other side confirms or declines what is open; who proposed it withdraws it. @returns null or nothing-to-answer */
export function mayAnswer(
  entries: readonly EntryFacts[],
  entryId: string,
  side: Side,
  answer: 'confirmed' | 'declined' | 'withdrawn',
): Refused | null {
  const open = openProposals(entries).find((one) => one.entryId === entryId);
  const mine = open?.side === side;
  return open && mine === (answer === 'withdrawn') ? null : refuse('nothing-to-answer');
}

/** The exact text that an entry's hash is made of: everything it says, and the hash of the entry before it. */
export function canonicalEntry(entry: Omit<ChainedEntry, 'hash'>): string {
  const { previous, contentHash, entryId, kind, side, personId, at, about, subject, body } = entry;
  return JSON.stringify([previous, contentHash, entryId, kind, side, personId, at.toISOString(), about, subject, body]);
}

/** Whether each entry is what its hash was made of, and follows the one before it. */
export function chainHolds(entries: readonly ChainedEntry[], hash: (text: string) => string): boolean {
  return entries.every((entry, at) => entry.previous === (entries[at - 1]?.hash ?? '') && entry.hash === hash(canonicalEntry(entry)));
}
