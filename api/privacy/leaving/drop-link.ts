/** Takes somebody's link for after leaving back, by their own wish, or with everything of theirs once they have left for long enough. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Going } from '../erasure/rules.ts';
import type { LeavingLink } from './contract.ts';
import { describeLink } from './read-link.ts';
import { dropLink, findLink, writeLink } from './store.ts';

/** What stays is that there was one, so that a window which has not seen it go cannot take its version for a new one's. */
export async function takeLinkBack({ db, clock }: Platform, actor: Person, version: number): Promise<Result<LeavingLink>> {
  const stored = await findLink(db, actor);
  if (!stored || stored.hash === null) return done(describeLink(stored));
  const written = await writeLink(db, actor, version, null, clock.now());
  return written ? done(describeLink(written)) : refuse('stale', { current: describeLink(await findLink(db, actor)) });
}

/** For privacy/erasure, which knows what goes. */
export async function eraseLinks({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropLink(db, { tenantId, personId }) : 0;
}
