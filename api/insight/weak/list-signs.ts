/** The signs of a talk, for its manager. */
import { countMade } from '#api/agreement/count-made.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { describeHeard } from '../heard/read-heard.ts';
import type { Sign } from './contract.ts';
import { signsOf } from './rules.ts';

export async function listSigns(platform: Platform, actor: Person, talkId: string): Promise<Result<{ signs: Sign[] }>> {
  const access = await readAccess(platform, actor, talkId, 'weak-signs');
  if (access?.side !== 'manager') return refuse('not-found');
  const { talk } = access;
  const [made, { told }] = await Promise.all([countMade(platform, actor.tenantId, [talkId]), describeHeard(platform, actor, access)]);
  const facts = { ...talk, signatures: talk.signatures.length, agreements: made.get(talkId) ?? 0, told };
  return done({ signs: signsOf(facts, platform.clock.now()) });
}
