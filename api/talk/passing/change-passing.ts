/**
 * The employee passes one thing of an earlier talk on to their manager of now, or takes it back. One guarded write to the talk: who is its employee,
 * the rest stands in it. The former manager is not asked and learns nothing of it.
 */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteBefore } from '#api/platform/reading/reading.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readStanding, type Standing } from '../standing/read-standing.ts';
import { changeTalk } from '../store.ts';
import type { Passable, Passing } from './contract.ts';
import { findTakenOver } from './find-taken-over.ts';
import { findThere, listPassing } from './list-passing.ts';
import { mayPassOn, passedTo, withPassed, withTakenBack, type Passed } from './rules.ts';

type Wanted = { what: Passable; managerId: string };

export async function passOn(
  platform: Platform,
  actor: Person,
  talkId: string,
  { what, managerId }: Wanted,
  version: number,
): Promise<Result<Passing>> {
  // Before it is found out who manages: whoever comes while this is under way comes later, and ends it (rules.ts).
  const now = platform.clock.now();
  const standing = await readOwn(platform, actor, talkId);
  if (!standing) return refuse('not-found');
  const { talk, policy } = standing;
  const { managerId: newManagerId, talks, all } = await findTakenOver(platform, actor.tenantId, actor.personId);
  const isTakenOver = mayAccess('passing', 'write', 'employee', policy) && talks.some(({ _id }) => _id === talkId);
  const there = await findThere(platform, actor.tenantId, [talk]);
  const refused = mayPassOn(isTakenOver ? newManagerId : null, managerId, there(talkId, what));
  if (refused) return refused;
  // Said already: pressing twice changes nothing.
  if (passedTo(talk, managerId, all).some((one) => one.what === what)) return listPassing(platform, actor);
  const passed = withPassed(talk.passed ?? [], what, managerId, now);
  return putPassed(platform, actor, talkId, passed, version);
}

export async function takeBack(
  platform: Platform,
  actor: Person,
  talkId: string,
  what: Passable,
  version: number,
): Promise<Result<Passing>> {
  const standing = await readOwn(platform, actor, talkId);
  if (!standing) return refuse('not-found');
  const { talk, policy } = standing;
  if (!mayAccess('passing', 'write', 'employee', policy)) return refuse('not-handed-over');
  const given = talk.passed ?? [];
  if (!given.some((one) => one.what === what && one.backAt === null)) return listPassing(platform, actor);
  const passed = withTakenBack(given, what, platform.clock.now());
  return putPassed(platform, actor, talkId, passed, version);
}

async function putPassed(platform: Platform, actor: Person, talkId: string, passed: Passed[], version: number): Promise<Result<Passing>> {
  // The answer shows the same words of the same talks.
  await listPassing(platform, actor);
  await noteBefore(talkId);
  const changed = await changeTalk(platform.db, actor.tenantId, talkId, version, { passed });
  return changed ? listPassing(platform, actor) : refuse('stale');
}

async function readOwn(platform: Platform, actor: Person, talkId: string): Promise<Standing | null> {
  const standing = await readStanding(platform, actor, talkId, 'passing');
  return standing?.relation === 'employee' ? standing : null;
}
