/** Makes somebody's link for after leaving, in one guarded write that ends the one before: of each person there is one at most. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { leavingPath, type LeavingLink } from './contract.ts';
import { describeLink } from './read-link.ts';
import { hashOf, newSecret } from './seal-secret.ts';
import { findLink, writeLink } from './store.ts';

/** The answer alone holds the link. */
export async function createLink(
  { db, clock, config }: Platform,
  actor: Person,
  version: number,
): Promise<Result<LeavingLink & { link: string }>> {
  const secret = newSecret();
  const written = await writeLink(db, actor, version, hashOf(secret), clock.now());
  if (!written) return refuse('stale', { current: describeLink(await findLink(db, actor)) });
  return done({ ...describeLink(written), link: `${config.publicUrl}${leavingPath}#${secret}` });
}
