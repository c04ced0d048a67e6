/** Stores that a preparation is released, or taken back, once all that the answer will show is in the access log: what the two may read changes with it. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteBefore } from '#api/platform/reading/reading.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { noteAccess } from '#api/talk/read-access.ts';
import type { Preparations } from './contract.ts';
import { readPreparations, whoseOf, type PartyAccess } from './read-preparations.ts';
import { otherItem, ownItem, withRelease } from './rules.ts';
import { findPreparation, putRelease } from './store.ts';

type Release = { releasedAt: Date | null; releasedTo: string | null };

export async function storeRelease(
  platform: Platform,
  actor: Person,
  access: PartyAccess,
  release: Release,
  { version, questionIds }: { version: number; questionIds: string[] },
): Promise<Result<Preparations>> {
  const { talk, side, relation } = access;
  const whose = whoseOf(access, side);
  // Somebody was faster: nobody is shown anything, and nothing is to be noted.
  if ((await findPreparation(platform.db, whose))?.version !== version) return refuse('stale');
  const released = release.releasedAt !== null;
  const next = withRelease(side, released, access.policy);
  const items = [ownItem(side, released), otherItem(side)].filter((item) => mayAccess(item, 'read', side, next));
  noteAccess(talk._id, relation, next);
  await noteBefore(talk._id, ...items);
  const stored = await putRelease(platform.db, whose, version, release, questionIds);
  return stored ? readPreparations(platform, actor, talk._id) : refuse('stale');
}
