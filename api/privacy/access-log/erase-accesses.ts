/** Erases the access log with its talks and people, and what is older than it is kept: the beginning of a chain is cut, and where it was cut is kept. */
import type { Platform } from '#api/platform/platform.ts';
import { keptSince, type Going } from '../erasure/rules.ts';
import { endOf } from './chain/seal-links.ts';
import { dropChains, moveEnd } from './chain/store.ts';
import { dropRefusedBefore, dropRefusedOf } from './refused/store.ts';
import { dropEntries, dropUpTo, listAged } from './store.ts';

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

/** One step through what is 24 months old; answers true while there is more. The cut is written down before anything goes. Nothing goes of a talk
 * in whose log somebody is under a legal hold. */
export async function eraseAgedAccesses(platform: Platform): Promise<boolean> {
  const by = keptSince(platform.clock.now());
  let erased = await dropRefusedBefore(platform.db, by);
  const aged = await listAged(platform.db, by, platform.config.legalHold, entriesAtOnce);
  for (const { tenantId, talkId, ...link } of aged) {
    await moveEnd(platform.db, talkId, 'from', await endOf(platform, { tenantId, talkId }, 'from', link));
    erased += await dropUpTo(platform.db, tenantId, talkId, link.number);
  }
  if (erased > 0) platform.log.info({ erased }, 'what the access log has kept long enough is erased');
  return aged.length > 0;
}
