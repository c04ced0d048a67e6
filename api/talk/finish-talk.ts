/** Finishes a talk: the manager, once. Both are then asked to sign, by a notification recorded in the same write. */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Talk } from './contract.ts';
import { describeTalk } from './describe-talk.ts';
import { readAccess } from './read-access.ts';
import { mayFinish } from './rules.ts';
import type { Notice } from './record/store.ts';
import { keepGoals } from './signing/keep-goals.ts';
import { changeTalk, type TalkRecord } from './store.ts';

export async function finishTalk(platform: Platform, actor: Person, talkId: string, version: number): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const refused = mayFinish(access.facts, access.side);
  if (refused) return refused;
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  const { talk } = access;
  const now = platform.clock.now();
  const goalsAtFinish = await keepGoals(platform, talk);
  const facts = { goalsAtFinish, finishedAt: now, finishedBy: actor.personId, noticeDue: dueAt(now) };
  const changed = await changeTalk(platform.db, actor.tenantId, talkId, version, facts, {
    notices: { $each: signatureNotices(talk) },
  });
  if (!changed) return refuse('stale');
  platform.wake('collect-notices');
  return done(await describeTalk(platform, actor, changed, access.prepared));
}

/** Both are told, once, that the talk waits for their signature. */
export const signatureNotices = ({ _id, employeeId, managerId }: TalkRecord): Notice[] =>
  [employeeId, managerId].map((recipientId) => ({
    key: `${_id}:signature-waiting:${recipientId}`,
    kind: 'signature-waiting',
    recipientId,
  }));
