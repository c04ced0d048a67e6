/** Where the two questions stand for one of the two: whether they may answer, whether they have, and what the employee wants known. Never an answer. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readAccess, type Access } from '#api/talk/read-access.ts';
import type { Heard } from './contract.ts';
import { findTold, hasMark } from './store.ts';

export async function readHeard(platform: Platform, actor: Person, talkId: string): Promise<Result<Heard>> {
  const access = await readAccess(platform, actor, talkId, 'felt-heard');
  return access?.side ? done(await describeHeard(platform, actor, access)) : refuse('not-found');
}

/** The same for somebody whose access was looked up already. */
export async function describeHeard(platform: Platform, actor: Person, { talk, side, facts, policy, relation }: Access): Promise<Heard> {
  const mayKnow = mayAccess('not-heard', 'read', relation, policy);
  const [mark, told] = await Promise.all([
    markOfAnswer(platform, actor, talk._id),
    mayKnow ? findTold(platform.db, actor.tenantId, talk._id) : false,
  ]);
  return { open: side !== null && facts.signed.includes(side), answered: await hasMark(platform.db, mark), told };
}

type Who = Pick<Person, 'tenantId' | 'personId'>;

/** Says that this person has answered about this talk, to whoever holds the key and asks about just the two. */
export function markOfAnswer(platform: Platform, { tenantId, personId }: Who, talkId: string): Promise<string> {
  return platform.seal.markOf(scopeOf(tenantId), `answer/${talkId}/${personId}`);
}

/** Says that this person was counted in a quarter. */
export function markOfPerson(platform: Platform, { tenantId, personId }: Who, quarter: string, side: string): Promise<string> {
  return platform.seal.markOf(scopeOf(tenantId), `person/${quarter}/${side}/${personId}`);
}

/** One key per tenant, used for nothing else. */
const scopeOf = (tenantId: string) => ({ tenantId, talkId: 'heard', authorId: 'marks' });
