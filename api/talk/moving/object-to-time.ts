/** The new time does not suit whoever did not choose it: a fact on the talk, and a word to the other of the two. The talk stays where it is until then. */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Talk } from '../contract.ts';
import { describeTalk } from '../describe-talk.ts';
import { moveFactsOf, readAccess } from '../read-access.ts';
import { changeTalk } from '../store.ts';
import { mayObject } from './rules.ts';

export async function objectToTime(platform: Platform, actor: Person, talkId: string, version: number): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const { talk } = access;
  const refused = mayObject(moveFactsOf(talk), actor.personId);
  if (refused || !talk.moved) return refused ?? refuse('nothing-to-object-to');
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  const now = platform.clock.now();
  // HR, who planned the cycle again, has no part in the talk: then the other of the two is told.
  const other = actor.personId === talk.employeeId ? talk.managerId : talk.employeeId;
  const changed = await changeTalk(
    platform.db,
    actor.tenantId,
    talkId,
    version,
    { moved: { ...talk.moved, objection: { by: actor.personId, at: now } }, noticeDue: dueAt(now) },
    { notices: { key: `${talkId}:time-objected:${talk.booking?.version ?? 0}:${other}`, kind: 'time-objected', recipientId: other } },
  );
  if (!changed) return refuse('stale');
  platform.wake('collect-notices');
  return done(await describeTalk(platform, actor, changed, access.prepared));
}
