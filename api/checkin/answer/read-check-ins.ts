/** The check-ins of a talk for one of its two: what has been said, and which one can be answered now. Also how a verb finds them. */
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { PolicyFacts } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { listCheckIns } from '#api/talk/holding/list-check-ins.ts';
import { readAccess, type Access } from '#api/talk/read-access.ts';
import { findHandedOver } from '#api/talk/standing/find-handed-over.ts';
import type { CheckInAnswer, CheckIns, HeldCheckIn } from './contract.ts';
import { nextDay, openDay, weeksSaid } from './rules.ts';
import { listCheckInRecords, type StoredAnswer } from './store.ts';

export type CheckInAccess = {
  talk: Access['talk'];
  side: 'employee' | 'manager';
  closed: CheckIns['closed'];
  /** The day set in the talk. */ first: string | null;
  answers: StoredAnswer[];
  version: number;
};

/** Null for whoever may not read them, or when there is no such talk: nobody is told which. */
export async function readCheckInAccess(platform: Platform, actor: Person, talkId: string): Promise<CheckInAccess | null> {
  const access = await readAccess(platform, actor, talkId, 'check-in');
  if (!access?.side) return null;
  const { talk, side } = access;
  const [first, records, handedOver] = await Promise.all([
    listCheckIns(platform, actor.tenantId, [talkId]),
    listCheckInRecords(platform.db, actor.tenantId, [talkId]),
    // Nobody checks in with a former manager: the employee only reads what was said.
    side === 'employee' ? findHandedOver(platform, actor.tenantId, [talk]) : null,
  ]);
  const policy: PolicyFacts = handedOver?.has(talkId) ? { ...access.policy, state: 5 } : access.policy;
  const [record] = records;
  return {
    ...{ talk, side, first: first.get(talkId) ?? null },
    // State 5: it went to somebody else, or ended without both signatures, which it then never gets.
    closed: mayAccess('check-in', 'write', side, policy) ? null : policy.state === 5 ? 'handed-over' : 'not-signed',
    ...{ answers: record?.answers ?? [], version: record?.version ?? 0 },
  };
}

export async function readCheckIns(platform: Platform, actor: Person, talkId: string): Promise<Result<CheckIns>> {
  const access = await readCheckInAccess(platform, actor, talkId);
  return access ? done(await describeCheckIns(platform, access)) : refuse('not-found');
}

/** The same after a verb has written: read again, as it is now. */
export async function readAgain(platform: Platform, actor: Person, talkId: string): Promise<CheckIns> {
  const access = await readCheckInAccess(platform, actor, talkId);
  if (!access) throw new Error('Check-ins that were just written could not be read');
  return describeCheckIns(platform, access);
}

/** Whose key seals what is said: the talk's, as with everything that the two share. */
export const scopeOf = ({ tenantId, _id }: Access['talk']) => ({ tenantId, talkId: _id, authorId: 'shared' });

export async function describeCheckIns(platform: Platform, access: CheckInAccess): Promise<CheckIns> {
  const { first, answers, version, closed } = access;
  const open = openDay(first, answers, platform.clock.now());
  const held = await listHeld(platform, access);
  return {
    ...{ version, closed, next: nextDay(first, answers), weeks: weeksSaid(answers, open) },
    open: open === null ? null : (held.find(({ day }) => day === open) ?? { day: open, answers: [] }),
    earlier: held.filter(({ day }) => day !== open),
  };
}

/** The same for a talk that was read for looking back. For a caller who has asked the policy table. */
export async function listHeldOf(platform: Platform, { talk, side }: Pick<CheckInAccess, 'talk' | 'side'>): Promise<HeldCheckIn[]> {
  const [record] = await listCheckInRecords(platform.db, talk.tenantId, [talk._id]);
  return record ? listHeld(platform, { talk, side, answers: record.answers }) : [];
}

/** All that were answered, newest first, the employee's answer first in each. For a caller who has asked the policy table. */
async function listHeld(
  platform: Platform,
  { talk, side, answers }: Pick<CheckInAccess, 'talk' | 'side' | 'answers'>,
): Promise<HeldCheckIn[]> {
  const people = await findPeople(platform, talk.tenantId, [talk.employeeId, talk.managerId]);
  const nameOf = { employee: people.get(talk.employeeId)?.name ?? '', manager: people.get(talk.managerId)?.name ?? '' };
  const opened = await Promise.all(
    answers.map(async ({ sealed, ...one }): Promise<{ day: string; answer: CheckInAnswer }> => ({
      day: one.day,
      answer: {
        ...{ side: one.side, mine: one.side === side, name: nameOf[one.side], how: one.how, need: one.need, weeks: one.chosen.weeks },
        text: sealed && (await platform.seal.openText(scopeOf(talk), sealed, 'check-in')),
        at: one.at.toISOString(),
      },
    })),
  );
  const days = [...new Set(opened.map(({ day }) => day))].sort().reverse();
  return days.map((day) => {
    const ofDay = opened.filter((one) => one.day === day).map(({ answer }) => answer);
    return { day, answers: ofDay.sort((one, other) => (one.side < other.side ? -1 : 1)) };
  });
}
