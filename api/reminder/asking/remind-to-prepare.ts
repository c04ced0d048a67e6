/** Writes down the reminders that a manager asks for, of talks that are theirs; once a day and person. Sends nothing: deliver-reminder.ts does. */
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readAccess, type Access } from '#api/talk/read-access.ts';
import { addReminders } from '../store.ts';
import type { Asked } from './contract.ts';
import { askedKey, mayAsk } from './rules.ts';

/** Refused as a whole when one of them is nobody's business of the caller: nothing is told of which exist. */
export async function remindToPrepare(platform: Platform, actor: Person, talkIds: string[]): Promise<Result<Asked>> {
  const wanted = [...new Set(talkIds)];
  const found = await Promise.all(wanted.map((talkId) => readAccess(platform, actor, talkId, 'talk')));
  const theirs = found.filter((access): access is Access => access?.side === 'manager');
  if (theirs.length < wanted.length) return refuse('not-found');
  const now = platform.clock.now();
  const people = await findPeople(
    platform,
    actor.tenantId,
    theirs.map(({ talk }) => talk.employeeId),
  );
  const asked: Asked = { reminded: [], already: [], needless: [] };
  for (const { talk, side, policy, prepared } of theirs) {
    const { _id: talkId, cycleId, employeeId, start, startedAt } = talk;
    const person = people.get(employeeId);
    const mayWrite = side !== null && mayAccess('talk', 'write', side, policy);
    if (!person?.enabled || !mayWrite || !mayAsk({ start, startedAt, employeeReleasedAt: prepared.releases.employee }, now)) {
      asked.needless.push(talkId);
      continue;
    }
    const key = askedKey(talkId, employeeId, person.timeZone, now);
    const row = { tenantId: actor.tenantId, key, channel: 'best' as const, kind: 'preparation-due' as const };
    const added = await addReminders(platform.db, [{ ...row, talkId, cycleId, recipientId: employeeId }], now);
    asked[added > 0 ? 'reminded' : 'already'].push(talkId);
  }
  if (asked.reminded.length > 0) platform.wake('deliver-reminders');
  return done(asked);
}
