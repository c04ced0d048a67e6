/** The employee has the manager know that they did not feel heard, or takes it back. Says nothing of what was answered. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readAccess } from '#api/talk/read-access.ts';
import type { Heard } from './contract.ts';
import { describeHeard } from './read-heard.ts';
import { writeTold } from './store.ts';

export async function changeTold(platform: Platform, actor: Person, talkId: string, told: boolean): Promise<Result<Heard>> {
  const access = await readAccess(platform, actor, talkId, 'not-heard');
  if (access?.side !== 'employee') return refuse('not-found');
  const { facts, relation, policy } = access;
  if (!facts.signed.includes('employee') || !mayAccess('not-heard', 'write', relation, policy)) return refuse('not-found');
  await writeTold(platform.db, actor.tenantId, talkId, told ? platform.clock.now() : null);
  return done(await describeHeard(platform, actor, access));
}
