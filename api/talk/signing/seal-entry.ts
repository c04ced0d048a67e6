/** Makes the next entry of a talk's record: what was written sealed, everything hashed and chained to the entry before it. And opens them again. */
import { createHash } from 'node:crypto';
import { bytesOf } from '#api/platform/db/bytes.ts';
import type { Platform } from '#api/platform/platform.ts';
import { nobody } from '#api/platform/reading/reading.ts';
import type { TalkRecord } from '../store.ts';
import type { Change } from './contract.ts';
import { canonicalEntry, chainHolds, type ChainedEntry, type EntryFacts } from './rules.ts';
import type { RecordEntry } from './store.ts';

/** SHA-256 of a text, as lower-case hex. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What was written: a text, a change to an agreement, or both. */
export type Body = { text: string | null; change: Change | null };
export type OpenEntry = ChainedEntry & Body;

const scopeOf = ({ tenantId, _id }: Pick<TalkRecord, 'tenantId' | '_id'>) => ({ tenantId, talkId: _id, authorId: 'shared' });

export async function sealEntry(
  platform: Platform,
  talk: TalkRecord,
  facts: Omit<EntryFacts, 'subject'> & { at: Date; contentHash: string },
  { text, change }: Body,
): Promise<RecordEntry> {
  const body = text === null && change === null ? null : JSON.stringify({ text, change });
  const { entryId, kind, side, personId, at, contentHash, about } = facts;
  const subject = change?.agreementId ?? null;
  const previous = talk.record?.at(-1)?.hash ?? '';
  const entry = { entryId, kind, side, personId, at, contentHash, about, subject, previous };
  const sealed = body === null ? null : await platform.seal.closeText(scopeOf(talk), body);
  return { ...entry, sealed, hash: hashOf(canonicalEntry({ ...entry, body })) };
}

/** The whole record of a talk, opened to be compared and hashed. For a caller who has already asked the policy table, and notes what it shows of it. */
export function openRecord(platform: Platform, talk: TalkRecord): Promise<OpenEntry[]> {
  return Promise.all(
    (talk.record ?? []).map(async ({ sealed, ...entry }) => {
      const body = sealed === null ? null : await platform.seal.openText(scopeOf(talk), bytesOf(sealed), nobody);
      const { text, change } = body === null ? { text: null, change: null } : (JSON.parse(body) as Body);
      return { ...entry, body, text, change };
    }),
  );
}

/** Whether the record still is what its hashes were made of, and everything after the first signature speaks of the content that was signed. */
export function isIntact(talk: TalkRecord, entries: OpenEntry[], contentHash: string): boolean {
  const sides = talk.signatures.every(({ hash }) => hash === contentHash);
  const amended = entries.every(({ kind, contentHash: about }) => kind === 'objected' || about === contentHash);
  return sides && amended && chainHolds(entries, hashOf);
}
