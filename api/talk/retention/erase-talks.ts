/**
 * Erases whole talks for good, with what their rooms keep of them, and says what must be known for it: who is named in which, which ended long ago. For
 * privacy/erasure, which knows what goes. What was in calendars stays Microsoft 365's; only an event of a talk that will not be is cancelled first.
 */
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Aged, Going, Named } from '#api/privacy/erasure/rules.ts';
import { dropAgendas } from '../agenda/store.ts';
import { bookingIdOf } from '../booking/rules.ts';
import { dropHoldings } from '../holding/store.ts';
import { dropMailboxOf } from '../mailbox/store.ts';
import { isLeftUnsigned } from '../parting/rules.ts';
import { withdrawal } from '../replan/carry-out-steps.ts';
import { signedAt } from '../standing/rules.ts';
import { listTalksOfEmployees } from '../standing/store.ts';
import { changeTalk, type TalkRecord } from '../store.ts';
import { dropChosen } from '../unplanned/store.ts';
import { isNextSigned, lastOf } from './rules.ts';
import { dropTalks, listEnded, listInCalendars, listNaming, type NamesRecord } from './store.ts';

export function eraseTalks({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropTalks(db, tenantId, talkIds);
}

export function eraseAgendas({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropAgendas(db, tenantId, talkIds);
}

export function eraseHoldings({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropHoldings(db, tenantId, talkIds);
}

export function eraseChosen({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropChosen(db, tenantId, talkIds);
}

export async function eraseMailboxes({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropMailboxOf(db, tenantId, personId) : 0;
}

const formerOf = ({ handOvers = [] }: NamesRecord): string[] => handOvers.map(({ from }) => from);

export async function listTalksNaming({ db }: Platform, tenantId: string, personId: string): Promise<Named[]> {
  return (await listNaming(db, tenantId, personId)).map((talk) => ({ ...talk, formerIds: formerOf(talk) }));
}

/** Of these people, those whom a talk names. */
export async function listNamedOf({ db }: Platform, tenantId: string, personIds: string[]): Promise<Set<string>> {
  const named = new Set<string>();
  for (const personId of personIds) if ((await listNaming(db, tenantId, personId)).length > 0) named.add(personId);
  return named;
}

export type OldTalk = { _id: string; tenantId: string; peopleIds: string[] } & Omit<Aged, 'openAgreements' | 'privateNotes'>;
const pageSize = 200;

/** A page of the talks that were finished by then, have come to their end and have their notes, or have come to none for long; `next` is where to read on, empty at the end. */
export async function listOldTalks({ db }: Platform, by: Date, after: string): Promise<{ talks: OldTalk[]; next: string }> {
  const page = await listEnded(db, by, after, pageSize);
  const later = new Map<string, TalkRecord[]>();
  for (const tenantId of new Set(page.map((talk) => talk.tenantId))) {
    const employeeIds = new Set(page.filter((talk) => talk.tenantId === tenantId).map(({ employeeId }) => employeeId));
    later.set(tenantId, await listTalksOfEmployees(db, tenantId, [...employeeIds]));
  }
  const talks = page.map((talk): OldTalk => {
    const { _id, tenantId, finishedAt, employeeId, managerId, partedAt = null } = talk;
    const peopleIds = [...new Set([employeeId, managerId, ...formerOf(talk)])];
    const isErased = talk.notesErased != null;
    const nextSigned = isNextSigned(talk, later.get(tenantId) ?? []);
    const ended = { finishedAt, signedAt: signedAt(talk), leftAt: isLeftUnsigned(talk) ? partedAt : null };
    const sofar = { hasBegun: talk.startedAt !== null, lastAt: lastOf(talk) };
    return { _id, tenantId, peopleIds, ...ended, ...sofar, nextSigned, isErased };
  });
  return { talks, next: page.length < pageSize ? '' : (page.at(-1)?._id ?? '') };
}

/** Takes what lies ahead of these talks out of the calendars. Answers whether nothing is left to be cancelled. */
export async function withdrawAhead(platform: Platform, tenantId: string, talkIds: string[]): Promise<boolean> {
  const now = platform.clock.now();
  const found = await listInCalendars(platform.db, tenantId, talkIds, now);
  let open = found.length;
  // Of what was held only an event that stands for nothing is waited for.
  for (const talk of found.filter((one) => one.booking !== null && isAhead(one, now))) {
    const booking = await bookingNow(platform, talk, now);
    if (booking === 'under-way') continue;
    const { set, push } = withdrawal({ ...talk, booking }, now);
    // Who was faster is met at the next look: an event is still to be cancelled then. And nobody makes one any more.
    const changed = await changeTalk(platform.db, tenantId, talk._id, talk.version, { ...set, bookDue: null }, push);
    if (changed && changed.unwantedDue == null) open -= 1;
  }
  if (open > 0) platform.wake('cancel-events');
  return open === 0;
}

const isAhead = ({ startedAt, start }: TalkRecord, now: Date): boolean => startedAt === null && start !== null && start > now;

/**
 * The booking with the event that it may have got: it was asked for, and nobody has stored the answer. While somebody may still be asking it is not touched:
 * what comes of it would be nobody's.
 */
async function bookingNow(platform: Platform, talk: TalkRecord, now: Date): Promise<TalkRecord['booking'] | 'under-way'> {
  const { _id, tenantId, managerId, booking, bookDue } = talk;
  if (!booking || booking.eventId) return booking;
  if (bookDue?.leaseUntil && bookDue.leaseUntil > now) return 'under-way';
  if (!booking.askedAt) return booking;
  try {
    const event = await platform.graph.findEvent(tenantId, managerId, bookingIdOf(_id, booking.version));
    return event ? { ...booking, eventId: event.id } : booking;
  } catch (error) {
    if (error instanceof GraphRefused) return booking;
    if (error instanceof MicrosoftUnavailable) return 'under-way';
    throw error;
  }
}
