/** The access log of a talk for one reader: the employee is shown who opened it, everybody else what they have opened themselves. */
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { readStanding } from '#api/talk/standing/read-standing.ts';
import type { Relation } from '../contract.ts';
import { areAsWritten, isChainWhole } from '../access-chain/check-chain.ts';
import { entriesAtOnce, type AccessEntry, type AccessLog } from './contract.ts';
import { isShownTo, othersShownTo, type PlacedAccess } from './rules.ts';
import { listEntries } from './store.ts';

type Wanted = { whose: 'mine' | 'others'; before?: number | undefined };

export async function readAccessLog(
  platform: Platform,
  actor: Person,
  talkId: string,
  { whose, before }: Wanted,
): Promise<Result<AccessLog>> {
  const relation = await relationTo(platform, actor, talkId);
  if (!relation) return refuse('not-found');
  const of = { tenantId: actor.tenantId, talkId };
  const seesAll = isShownTo({ personId: actor.personId, relation }, { personId: '', item: 'talk' });
  const who = { personId: actor.personId, ...(whose === 'mine' ? { mine: true as const } : othersShownTo(relation)) };
  const page = { before: before ?? null, most: entriesAtOnce + 1 };
  const listed = listEntries(platform.db, of, who, page);
  // The whole chain is looked at with the newest entries; from then on those that are shown.
  const [found, intact] = await Promise.all([
    listed,
    before === undefined ? isChainWhole(platform, of) : areAsWritten(platform, of, await listed),
  ]);
  const shown = found.filter((entry) => isShownTo({ personId: actor.personId, relation }, entry)).slice(0, entriesAtOnce);
  return done({
    ...{ entries: await describeEntries(platform, actor, shown), more: found.length > entriesAtOnce },
    ...{ intact, seesAll },
  });
}

/** A party of the talk, or whoever manages the employee after them. */
async function relationTo(platform: Platform, actor: Person, talkId: string): Promise<Relation | null> {
  const party = await readAccess(platform, { ...actor, isHr: false }, talkId, 'access-log');
  return (party ?? (await readStanding(platform, actor, talkId, 'access-log')))?.relation ?? null;
}

/** In words for people, for a caller who has asked whether the reader may have them. */
export async function describeEntries(platform: Platform, actor: Person, entries: PlacedAccess[]): Promise<AccessEntry[]> {
  const people = await findPeople(
    platform,
    actor.tenantId,
    entries.map(({ personId }) => personId),
  );
  return entries.map(({ place, personId, item, act, channel, at }) => ({
    ...{ place, name: people.get(personId)?.name ?? '', mine: personId === actor.personId },
    ...{ item, act, channel, at: at.toISOString() },
  }));
}
