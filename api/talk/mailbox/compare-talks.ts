/**
 * One manager's talks and calendar, brought into step. Talks are read before the calendar, and written only if they are still as they were read:
 * whatever Samtal or a person does to a talk meanwhile wins, and is looked at in the next round. What would change a talk is read once more first.
 */
import { findTimeRules, type TimeRules } from '#api/cycle/find-limits.ts';
import { findPeople } from '#api/people/find-people.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { SeenEvent } from '#api/platform/graph/calendar-changes.ts';
import type { CalendarChanges } from '#api/platform/graph/calendar-delta.ts';
import type { Platform } from '#api/platform/platform.ts';
import { chatDueAt } from '../moving/rules.ts';
import { prepareByFor } from '../rules.ts';
import type { Booking, Moved, Notice } from '../record/store.ts';
import type { TalkRecord } from '../store.ts';
import type { Finding } from './contract.ts';
import { findOrphans } from './find-orphans.ts';
import { findAmong, readOwnEvent, type Ahead } from './find-own-event.ts';
import { calendarStep, isBeingWritten, type BookedFacts, type Step } from './rules/calendar-step.ts';
import { covers, followMs, spanFor, type Span } from './rules/watching.ts';
import { listTalksAhead, saveStep, type MailboxRecord } from './store.ts';

export type Comparison = {
  deltaLink: string;
  span: Span;
  /** Talks that were looked after. */
  talks: number;
  found: Finding[];
  /** Something could not be looked at yet, because Samtal was writing it: this round is not to be remembered. */
  isOpen: boolean;
};

type Round = {
  platform: Platform;
  changes: CalendarChanges;
  /** Everything in the weeks that are read, for the rare case that an entry is gone. */
  whole: () => Promise<CalendarChanges>;
  mails: Map<string, string>;
  windows: Map<string, TimeRules['windowOf'] | null>;
  found: Finding[];
  isOpen: boolean;
};

/** @param isWhole compares everything, whatever has changed */
export async function compareTalks(platform: Platform, mailbox: MailboxRecord, isWhole: boolean): Promise<Comparison> {
  const { db, graph, clock } = platform;
  const { tenantId, personId } = mailbox;
  const now = clock.now();
  const all = await listTalksAhead(db, tenantId, personId);
  const ahead = all.filter((talk): talk is Ahead => isAhead(talk, now));
  const goesOn = !isWhole && mailbox.deltaLink !== null && mailbox.span !== null && covers(mailbox.span, ahead);
  const span = goesOn && mailbox.span ? mailbox.span : spanFor(ahead, now);
  const changes = await graph.readCalendarChanges(tenantId, personId, goesOn ? mailbox.deltaLink : null, span);
  const mails = await mailsOf(platform, tenantId, ahead);
  const touched = ahead.flatMap((talk) => {
    const event = findAmong(talk, changes, mails.get(talk.employeeId) ?? '', now);
    return changes.isWhole || event !== undefined ? [{ talk, event: event ?? null }] : [];
  });
  const windows = await windowsOf(platform, tenantId, touched);
  const whole = (): Promise<CalendarChanges> =>
    changes.isWhole ? Promise.resolve(changes) : graph.readCalendarChanges(tenantId, personId, null, span);
  const round: Round = { platform, changes, whole, mails, windows, found: [], isOpen: false };
  for (const { talk, event } of touched) await compareTalk(round, talk, event);
  for (const talk of all) {
    const orphans = await findOrphans(platform, changes.changed, talk);
    round.found.push(...Array.from({ length: orphans ?? 0 }, () => 'orphan' as const));
    round.isOpen ||= orphans === null;
  }
  return { deltaLink: changes.deltaLink, span, talks: ahead.length, found: round.found, isOpen: round.isOpen };
}

function isAhead({ start, end, booking }: TalkRecord, now: Date): boolean {
  return booking !== null && start !== null && end !== null && start.getTime() > now.getTime() - followMs;
}

/** Mail addresses of the employees, and of whoever else is invited, in lower case. */
async function mailsOf(platform: Platform, tenantId: string, talks: Ahead[]): Promise<Map<string, string>> {
  const ids = talks.flatMap(({ employeeId, partnerId }) => (partnerId ? [employeeId, partnerId] : [employeeId]));
  const people = await findPeople(platform, tenantId, ids);
  return new Map([...people].map(([id, { mail }]) => [id, mail?.toLowerCase() ?? '']));
}

async function windowsOf(platform: Platform, tenantId: string, touched: { talk: Ahead }[]): Promise<Round['windows']> {
  const windows: Round['windows'] = new Map();
  for (const cycleId of new Set(touched.map(({ talk }) => talk.cycleId)))
    windows.set(cycleId, (await findTimeRules(platform, tenantId, cycleId))?.windowOf ?? null);
  return windows;
}

async function compareTalk(round: Round, talk: Ahead, event: SeenEvent | null): Promise<void> {
  const { db, clock } = round.platform;
  const { eventId } = talk.booking;
  // Samtal is writing this event: what comes from it is our own echo, or is told again when we are done.
  if (isBeingWritten(talk)) {
    if (event || eventId) round.isOpen = true;
    return;
  }
  const facts = factsOf(round, talk);
  // Being in the list is proof; not being there may mean that it lies outside the window.
  const partner = round.mails.get(talk.partnerId ?? '');
  if (event && !calendarStep(facts, withoutGuest(event, partner), clock.now())) return;
  const seen = await readOwnEvent(round.platform, talk, event, { mail: facts.employeeMail, whole: round.whole });
  const step = calendarStep(facts, seen && withoutGuest(seen, partner), clock.now());
  if (!step) return;
  const by = seen?.organizer === facts.employeeMail ? talk.employeeId : talk.managerId;
  const set = changeOf(talk, step, { by, seriesId: seen?.seriesMasterId ?? null }, clock.now());
  const saved = await saveStep(db, talk, set, noticeOf(talk, step, by));
  if (saved) round.found.push(...step.found);
  else round.isOpen = true;
}

/** The answer of somebody else who is invited is no answer to the talk. */
function withoutGuest(event: SeenEvent, mail: string | undefined): SeenEvent {
  return mail ? { ...event, responses: new Map([...event.responses].filter(([address]) => address !== mail)) } : event;
}

const factsOf = ({ mails, windows }: Round, talk: Ahead): BookedFacts => ({
  start: talk.start,
  end: talk.end,
  eventId: talk.booking.eventId,
  response: talk.employeeResponse ?? 'none',
  room: talk.room ?? null,
  roomWanted: talk.roomWanted ?? false,
  attention: talk.attention ?? null,
  settled: talk.settled ?? null,
  employeeMail: mails.get(talk.employeeId) ?? '',
  window: windows.get(talk.cycleId)?.(talk.employeeId) ?? null,
});

/** @param by who moved it, if it was moved: whoever's meeting it is */
function changeOf(talk: Ahead, step: Step, { by, seriesId }: { by: string; seriesId: string | null }, now: Date): Partial<TalkRecord> {
  const { time, adopt, response, attention, forgetSettled } = step;
  const set: Partial<TalkRecord> = {};
  if (time) {
    const moved: Moved = { by, at: now, from: { start: talk.start, end: talk.end }, outcome: 'done', objection: null };
    Object.assign(set, time, { prepareBy: prepareByFor(time.start), moved, noticeDue: dueAt(now) });
  }
  if (step.room !== undefined) set.room = step.room;
  if (adopt) set.booking = { ...adopted(talk.booking, adopt), seriesId };
  const { chatId } = set.booking ?? talk.booking;
  if ((time || adopt) && chatId === null) set.chatDue = dueAt(chatDueAt(time?.start ?? talk.start, now));
  if (response !== undefined) set.employeeResponse = response;
  if (attention !== undefined) set.attention = attention;
  if (forgetSettled) set.settled = null;
  return set;
}

/** Another meeting has another chat. */
function adopted(booking: Booking, adopt: NonNullable<Step['adopt']>): Booking {
  const joinUrl = adopt.joinUrl ?? booking.joinUrl;
  return { ...booking, ...adopt, joinUrl, chatId: joinUrl === booking.joinUrl ? booking.chatId : null };
}

/** The other of the two is told of the new time. */
function noticeOf({ _id, version, employeeId, managerId }: Ahead, { time }: Step, by: string): { notices?: Notice } {
  if (!time) return {};
  const recipientId = by === employeeId ? managerId : employeeId;
  return { notices: { key: `${_id}:talk-moved:calendar-${version}:${recipientId}`, kind: 'talk-moved', recipientId } };
}
