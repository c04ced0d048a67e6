/** Whom the directory suddenly lacks, more than is believed: for HR, by name. Says nothing of those who left one by one. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { findPeople, refOf } from '../find-people.ts';
import { mostNamed, type Missing } from './contract.ts';
import { readLeaving } from './find-leavers.ts';
import { doubtful } from './rules.ts';

export async function readMissing(platform: Platform, { tenantId }: Person): Promise<Result<Missing>> {
  const found = doubtful(await readLeaving(platform, tenantId));
  if (found.length === 0) return done({ missing: null });
  const ids = found.map(({ personId }) => personId).slice(0, mostNamed);
  const known = await findPeople(platform, tenantId, ids);
  const people = ids.map((id) => refOf(known.get(id), id)).sort((one, other) => one.name.localeCompare(other.name, 'sv'));
  const until = new Date(Math.max(...found.map(({ goneAt }) => goneAt.getTime())));
  return done({ missing: { count: found.length, people, until: until.toISOString() } });
}
