/** The record of a talk as this person may know it, for reading and as the answer to everything that is added to it. */
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { nobody, noteShown } from '#api/platform/reading/reading.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { summaryOf } from '../read-summary.ts';
import { readStanding, type Standing } from '../standing/read-standing.ts';
import type { TalkRecordRead } from './contract.ts';
import { isIntact, openRecord, type OpenEntry } from './seal-entry.ts';

export async function readRecord(platform: Platform, actor: Person, talkId: string): Promise<Result<TalkRecordRead>> {
  const standing = await readStanding(platform, actor, talkId, 'amendments');
  return standing ? done(await describeRecord(platform, actor, standing)) : refuse('not-found');
}

/** For a caller who has already asked the policy table; `standing.talk` may be newer than when it was asked. */
export async function describeRecord(platform: Platform, { personId }: Person, standing: Standing): Promise<TalkRecordRead> {
  const { talk } = standing;
  const entries = await openRecord(platform, talk);
  // Before the first signature there is nothing to compare it with.
  const signed = talk.signatures.length > 0 ? (await summaryOf(platform, talk, nobody)).summary : null;
  const as = writtenAs(standing);
  const seen = as === 'statements' ? entries : entries.filter((entry) => isAboutAgreement(entry, entries));
  if (seen.some(isWritten)) noteShown(talk._id, as);
  const people = await findPeople(
    platform,
    talk.tenantId,
    seen.map((entry) => entry.personId),
  );
  return {
    version: talk.version,
    frozen: talk.signatures.length > 0,
    intact: signed === null || isIntact(talk, entries, signed.hash),
    entries: seen.map(({ entryId, kind, side, personId: authorId, at, text, change, about, contentHash, previous, hash }) => ({
      ...{ entryId, kind, side, text, change, about, contentHash, previous, hash },
      byMe: authorId === personId,
      name: people.get(authorId)?.name ?? '',
      at: at.toISOString(),
    })),
  };
}

/** As which item what is written in the record is shown: all of it, or what is about agreements. */
export const writtenAs = ({ relation, policy }: Standing): 'statements' | 'amendments' =>
  mayAccess('statements', 'read', relation, policy) ? 'statements' : 'amendments';

/** Signatures and answers without a word are facts of the talk. */
const isWritten = ({ text, change }: OpenEntry): boolean => text !== null || change !== null;

/** A change to an agreement, or an answer to one. */
const isAboutAgreement = ({ change, about }: OpenEntry, all: OpenEntry[]): boolean =>
  change !== null || all.some((entry) => entry.entryId === about && entry.change !== null);
