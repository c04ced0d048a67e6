/** Erases the access log with its talks and people, and what is older than it is kept: the beginning of a chain is cut, and where it was cut is kept. */
import type { Platform } from '#api/platform/platform.ts';
import { listTalksNaming } from '#api/talk/retention/erase-talks.ts';
import { keptSince, type Going } from '../erasure/rules.ts';
import { endOf } from '../access-chain/seal-links.ts';
import { dropChains, moveEnd } from '../access-chain/store.ts';
import { dropRefusedBefore, dropRefusedOf } from '../refused-access/store.ts';
import type { Link, OfTalk } from './rules.ts';
import { dropEntries, dropUpTo, listAged, listBeforeFirst } from './store.ts';

export function eraseEntries({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropEntries(db, tenantId, talkIds);
}

/** After their entries, so that none is ever without its chain. */
export function eraseChains({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropChains(db, tenantId, talkIds);
}

export async function eraseRefused({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropRefusedOf(db, tenantId, personId) : 0;
}

const entriesAtOnce = 500;

/**
 * One step through what is 24 months old; answers true while there is more. The cut is written down before anything goes. Under a legal hold the log of
 * every talk that names the held stays whole; of other talks what they opened, and what came after.
 */
export async function eraseAgedAccesses(platform: Platform): Promise<boolean> {
  const { db, clock, config, log } = platform;
  const by = keptSince(clock.now());
  let erased = await dropRefusedBefore(db, by, config.legalHold);
  const { named, opened } = await findKept(platform, by);
  const aged = await listAged(db, by, [...named, ...opened.map(({ talkId }) => talkId)], entriesAtOnce);
  for (const cut of [...aged, ...opened.filter(({ talkId, number }) => number > 0 && !named.has(talkId))])
    erased += await cutAt(platform, cut);
  if (erased > 0) log.info({ erased }, 'what the access log has kept long enough is erased');
  return aged.length > 0;
}

/** What a hold keeps: whole logs, and logs from an entry on. */
async function findKept(platform: Platform, by: Date): Promise<{ named: Set<string>; opened: (OfTalk & Link)[] }> {
  const { legalHold, tenants } = platform.config;
  if (legalHold.length === 0) return { named: new Set(), opened: [] };
  const naming = tenants.flatMap((tenantId) => legalHold.map((personId) => listTalksNaming(platform, tenantId, personId)));
  const named = (await Promise.all(naming)).flat().map(({ _id }) => _id);
  return { named: new Set(named), opened: await listBeforeFirst(platform.db, by, legalHold) };
}

async function cutAt(platform: Platform, { tenantId, talkId, ...link }: OfTalk & Link): Promise<number> {
  await moveEnd(platform.db, talkId, 'from', await endOf(platform, { tenantId, talkId }, 'from', link));
  return dropUpTo(platform.db, tenantId, talkId, link.number);
}
