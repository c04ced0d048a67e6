/**
 * The employee chooses how a talk that has begun goes on: finished with the manager who began it, or started over with the new one. One guarded
 * write to the talk, so that a signature that lands first wins; what starting over leads to is due work in that same write (start-anew.ts).
 */
import { v5 } from 'uuid';
import { liveDocumentName } from '#api/note/contract.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { findPerson } from '#api/people/find-people.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Talk } from '../contract.ts';
import { describeTalk } from '../describe-talk.ts';
import type { Change } from '../hand-over/hand-over-talk.ts';
import { readAccess, type Access } from '../read-access.ts';
import { changeTalk, type TalkRecord } from '../store.ts';
import type { PartingChoice } from './contract.ts';
import { leftNotice } from './open-parting.ts';
import { mayChoose, type Parting } from './rules.ts';
import { startAnew } from './start-anew.ts';

/** Namespace of the ids of talks that start another over (UUIDv5, RFC 9562): pressing twice is one talk. */
const namespace = 'b6a1f2f4-54cb-4a5e-8d0b-6a4f7c0e9d31';

export async function chooseParting(
  platform: Platform,
  actor: Person,
  talkId: string,
  choice: PartingChoice,
  version: number,
): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'parting');
  if (access?.relation !== 'employee') return refuse('not-found');
  if (!mayAccess('parting', 'write', access.relation, access.policy)) return refuse('choice-over');
  const { talk } = access;
  // Said already: pressing twice changes nothing.
  if (talk.parting?.choice === choice) return answer(platform, actor, talk, access);
  const now = platform.clock.now();
  const refused = (await isBack(platform, talk)) ? refuse('choice-over') : mayChoose(talk, choice, now);
  if (refused) return refused;
  const change = changeOf(talk, choice, now);
  const changed = change && (await changeTalk(platform.db, actor.tenantId, talkId, version, change.set, change.push));
  return changed ? answer(platform, actor, changed, access) : refuse('stale');
}

/** The directory names the manager of before again, and nobody has started over: there is nothing to choose. */
export async function isBack(platform: Platform, { tenantId, employeeId, managerId, partedAt }: TalkRecord): Promise<boolean> {
  return partedAt == null && (await findPerson(platform, tenantId, employeeId))?.managerId === managerId;
}

async function answer(platform: Platform, actor: Person, talk: TalkRecord, access: Access): Promise<Result<Talk>> {
  platform.live?.refresh(liveDocumentName(talk._id));
  if (!talk.anew) return done(await describeTalk(platform, actor, talk, access.prepared));
  if (talk.partingDue) await startAnew(platform, talk);
  platform.wake('collect-notices', 'cancel-events', 'part-talks');
  const anew = await readAccess(platform, actor, talk.anew.talkId, 'talk');
  if (!anew) throw new Error('A talk that was just started over cannot be read');
  return done(await describeTalk(platform, actor, anew.talk, anew.prepared));
}

function changeOf(talk: TalkRecord, choice: PartingChoice, now: Date): Change | null {
  if (!talk.parting) return null;
  const parting: Parting = { ...talk.parting, choice, chosenAt: now };
  if (choice === 'finish') return { set: { parting }, push: {} };
  const { _id, tenantId, cycleId, managerId, booking, end } = talk;
  const anew = { talkId: v5(`${tenantId}/${_id}`, namespace), cycleId };
  // Its own event stands for nothing any more, if it is still ahead.
  const eventId = end && end > now ? (booking?.eventId ?? null) : null;
  // Told already where the time to finish was over before (carry-out-parting.ts).
  const told = talk.partedAt ? [] : [leftNotice(talk)];
  return {
    set: {
      ...{ parting, partedAt: talk.partedAt ?? now, anew, partingDue: dueAt(now) },
      // A cycle has one talk for each employee, and this one's place is the new one's.
      cycleId: `left/${_id}`,
      ...{ moveDue: null, roomDue: null, chatDue: null, attention: null, noticeDue: dueAt(now) },
      ...(eventId ? { unwantedDue: dueAt(now) } : {}),
    },
    push: { notices: { $each: told }, ...(eventId ? { unwanted: { organizerId: managerId, eventId } } : {}) },
  };
}
