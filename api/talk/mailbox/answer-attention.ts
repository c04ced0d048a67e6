/** The manager's answer to what the calendar says and Samtal cannot decide: one guarded write; what follows in calendars is done by the clock. */
import { findPeople } from '#api/people/find-people.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { bookingFor } from '../booking/plan-booking.ts';
import { isTaken } from '../booking/rules.ts';
import type { AttentionChoice, AttentionKind, Talk } from '../contract.ts';
import { describeTalk } from '../describe-talk.ts';
import { readAccess } from '../read-access.ts';
import { roomAnswer } from '../room/change-room.ts';
import type { Attention } from '../record/store.ts';
import { changeTalk, type TalkRecord } from '../store.ts';
import { answered, choicesFor, isAsked } from './rules/attention.ts';

export async function answerAttention(
  platform: Platform,
  actor: Person,
  talkId: string,
  { kind, choice }: { kind: AttentionKind; choice: AttentionChoice },
  version: number,
): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (access?.side !== 'manager') return refuse('not-found');
  const { talk, facts } = access;
  const now = platform.clock.now();
  const { attention } = talk;
  if (facts.startedAt) return refuse('talk-already-started');
  if (attention?.kind !== kind || !isAsked(talk) || !choicesFor(kind, 'manager', talk, now).includes(choice))
    return refuse('nothing-to-decide');
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  if (choice === 'book-again' && (await isTimeTaken(platform, talk))) return refuse('time-taken');
  const change = await changeFor(platform, talk, attention, choice, { by: actor.personId, at: now });
  if (!change.ok) return change;
  const { set, unwanted } = change.value;
  const push = unwanted ? { unwanted } : {};
  const changed = await changeTalk(platform.db, actor.tenantId, talkId, version, set, push);
  if (!changed) return refuse('stale');
  platform.wake('book-talks', 'move-talks', 'change-rooms', 'cancel-events', 'collect-notices');
  return done(await describeTalk(platform, actor, changed, access.prepared));
}

/** Looked at before anything is promised; the booking itself looks once more. What cannot be read is not taken. */
async function isTimeTaken(platform: Platform, { tenantId, managerId, employeeId, start, end }: TalkRecord): Promise<boolean> {
  if (!start || !end) return true;
  const people = await findPeople(platform, tenantId, [managerId, employeeId]);
  const addresses = [managerId, employeeId].flatMap((id) => people.get(id)?.mail ?? []);
  const schedules = await platform.graph.readSchedules(tenantId, managerId, addresses, start, end);
  return [...schedules.values()].some((schedule) => schedule && isTaken(schedule.busy, start, end));
}

type Change = { set: Partial<TalkRecord>; unwanted: { organizerId: string; eventId: string } | null };

type Who = { by: string; at: Date };

async function changeFor(
  platform: Platform,
  talk: TalkRecord,
  attention: Attention,
  choice: AttentionChoice,
  who: Who,
): Promise<Result<Change>> {
  if (choice !== 'other-room' && choice !== 'without-room') return done(changeOf(talk, attention, choice, who));
  const set = await roomAnswer(platform, talk, choice);
  return set.ok ? done({ set: set.value, unwanted: null }) : set;
}

type Other = Exclude<AttentionChoice, 'other-room' | 'without-room'>;

function changeOf(talk: TalkRecord, { kind, mark }: Attention, choice: Other, who: Who): Change {
  const { time, booking, event } = answered(kind, choice);
  const set: Partial<TalkRecord> = { attention: null };
  if (time === 'released')
    Object.assign(set, {
      start: null,
      end: null,
      prepareBy: null,
      room: null,
      ...{ booking: null, moved: null, moveDue: null, chatDue: null },
    });
  if (booking === 'anew') {
    const bookings = talk.bookings + 1;
    Object.assign(set, { booking: bookingFor(talk.tenantId, talk._id, bookings), bookings, bookDue: dueAt(who.at) });
  }
  // The event's other ids stay: if somebody restores it, it is recognised.
  if (booking === 'without-event' && talk.booking) set.booking = { ...talk.booking, eventId: null, joinUrl: null };
  if (booking === 'kept') set.settled = { kind, mark, ...who };
  else Object.assign(set, { settled: null, employeeResponse: null });
  const eventId = event === 'unwanted' ? talk.booking?.eventId : null;
  if (!eventId) return { set, unwanted: null };
  return { set: { ...set, unwantedDue: dueAt(who.at) }, unwanted: { organizerId: talk.managerId, eventId } };
}
