/** Erases that an employee wanted the manager to know: as a signal after 90 days (security.md, "Retention defaults"), or with the talk. Counts and marks lead to nobody and stay. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { listTalksNaming } from '#api/talk/retention/erase-talks.ts';
import { toldSince } from './rules.ts';
import { dropOldTold, dropTold } from './store.ts';

export function eraseTold({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropTold(db, tenantId, talkIds);
}

/** One look at everything that was told long ago. Nothing of a talk in which somebody is under a legal hold. */
export async function eraseOldTold(platform: Platform): Promise<boolean> {
  const { db, clock, config, log } = platform;
  const now = clock.now();
  let erased = 0;
  for (const tenantId of config.tenants) {
    const held = await Promise.all(config.legalHold.map((personId) => listTalksNaming(platform, tenantId, personId)));
    const but = held.flat().map(({ _id }) => _id);
    erased += await dropOldTold(db, tenantId, toldSince(now), now, but);
  }
  if (erased > 0) log.info({ erased }, 'what was kept long enough is erased');
  return false;
}
