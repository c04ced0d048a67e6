/**
 * Times that suit both, by the cycle's own rules: for a talk that has none, to its manager; for a booked one, to either party, its own event left
 * out. Changes nothing and holds nothing free.
 */
import { findTimeRules } from '#api/cycle/find-limits.ts';
import { readCalendars } from '#api/cycle/read-calendars.ts';
import { gridOf, officeCalendar, type PersonCalendar } from '#api/cycle/rules/calendar-grid.ts';
import { freeStarts, timesToOffer } from '#api/cycle/rules/free-times.ts';
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Side, TalkTimes } from '../contract.ts';
import { checkTime } from '../moving/check-time.ts';
import { mayMove, withoutOwn } from '../moving/rules.ts';
import { findRoomTimes, roomsToRead } from '../room/find-room-times.ts';
import type { Room } from '../room/rules.ts';
import { moveFactsOf, readAccess } from '../read-access.ts';
import { mayBook, timeToPrepareMs } from '../rules.ts';
import type { TalkRecord } from '../store.ts';
import { readBeside } from './rules/beside.ts';
import { listTalksOfTwo } from './store.ts';

type Span = { start: Date; end: Date };

export async function findTimes(
  platform: Platform,
  actor: Person,
  talkId: string,
  { after, beside }: { after?: string | undefined; beside?: string | undefined } = {},
): Promise<Result<TalkTimes>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const { talk, facts, side } = access;
  const refused = talk.start ? mayMove(moveFactsOf(talk)) : mayBook(facts, side);
  if (refused) return refused;
  const also = { side, spans: readBeside(beside ?? '') };
  return done((await readTimes(platform, talk, after === undefined ? null : new Date(after), also)).offer);
}

/** A talk that is moved is offered the three next times at once, and more when asked. */
const offeredToMove = 3;

/**
 * Every start that is free now, and those of them to offer. For a caller who has already asked the policy table.
 * @param also times that count as talks of one of them, though nobody has booked them
 */
export async function readTimes(
  platform: Platform,
  talk: TalkRecord,
  after: Date | null = null,
  also: { side: Side; spans: Span[] } | null = null,
): Promise<{ starts: Date[]; offer: TalkTimes }> {
  const back = await findWayBack(platform, talk);
  const none = { starts: [], offer: { times: [], back, basis: 'calendars' as const } };
  const { tenantId, managerId, employeeId, lengthMinutes } = talk;
  const rules = await findTimeRules(platform, tenantId, talk.cycleId);
  const people = await findPeople(platform, tenantId, [managerId, employeeId]);
  const [manager, employee] = [people.get(managerId), people.get(employeeId)];
  if (!rules || !manager?.enabled || !employee?.enabled) return none;
  // From now on there must be time to prepare, whenever the cycle was launched.
  const soonest = new Date(platform.clock.now().getTime() + timeToPrepareMs);
  const { start: opens, end } = rules.windowOf(employeeId);
  const window = { start: opens > soonest ? opens : soonest, end };
  if (window.start >= window.end) return none;
  if (![manager, employee].every(({ mail, hasMailbox }) => mail && hasMailbox)) return none;
  const mailboxes = roomsToRead(talk, rules.off.rules.rooms?.chosen ?? [], manager.office ?? '');
  const calendars = await readCalendars(platform, tenantId, [manager, employee, ...mailboxes], window, rules.off);
  const both = { manager: calendars.get(managerId) ?? null, employee: calendars.get(employeeId) ?? null };
  const basis = both.manager && both.employee ? 'calendars' : 'working-hours';
  const talks = (await listTalksOfTwo(platform.db, talk, new Date(window.start.getTime() - dayMs), window.end)).filter(
    ({ _id }) => _id !== talk._id,
  );
  const alsoOf = (side: Side): Span[] => (also?.side === side ? also.spans : []);
  const own = talk.start && talk.end ? { start: talk.start, end: talk.end } : null;
  const freeOf = (calendar: PersonCalendar | null, timeZone: string): PersonCalendar =>
    calendar ? { ...calendar, busy: withoutOwn(calendar.busy, own) } : officeCalendar(timeZone);
  const starts = freeStarts({
    grid: gridOf(window),
    manager: freeOf(both.manager, manager.timeZone),
    employee: freeOf(both.employee, employee.timeZone),
    talks: {
      manager: [...spansOf(talks, managerId), ...alsoOf('manager')],
      employee: [...spansOf(talks, employeeId), ...alsoOf('employee')],
    },
    ...{ lengthMinutes, bufferMinutes: rules.bufferMinutes, maxPerDay: rules.maxPerDay },
  });
  const shownAlready = [own?.start.toISOString(), back?.start];
  const others = starts.filter((start) => !shownAlready.includes(start.toISOString()));
  const roomAt = await findRoomTimes(platform, talk, mailboxes, calendars, window);
  const roomFor = (start: Date): Room | null => roomAt?.({ start, end: endOf(talk, start) }) ?? null;
  const inRooms = roomAt ? others.filter((start) => roomFor(start) !== null) : others;
  const noRoom = inRooms.length === 0 && others.length > 0;
  const later = (noRoom ? others : inRooms).filter((start) => !after || start > after);
  const times = timesToOffer(later, lengthMinutes, both.manager?.timeZone ?? manager.timeZone).map((start) => {
    const room = roomFor(start);
    return { ...spanOf({ start, end: endOf(talk, start) }), ...(room ? { room: room.name } : {}) };
  });
  return { starts, offer: { times: own ? times.slice(0, offeredToMove) : times, back, basis, ...(noRoom ? { noRoom } : {}) } };
}

/** Where the talk was before it was moved, if both are still free then and that time has not come. */
async function findWayBack(platform: Platform, talk: TalkRecord): Promise<TalkTimes['back']> {
  const { moved, start, end } = talk;
  if (!start || !end || moved?.outcome !== 'done' || moved.from.start <= platform.clock.now()) return null;
  return (await checkTime(platform, talk, moved.from, { start, end })) ? spanOf(moved.from) : null;
}

const spanOf = ({ start, end }: { start: Date; end: Date }): { start: string; end: string } => ({
  start: start.toISOString(),
  end: end.toISOString(),
});

const dayMs = 86_400_000;

/** When a talk that begins then ends. */
export const endOf = ({ lengthMinutes }: TalkRecord, start: Date): Date => new Date(start.getTime() + lengthMinutes * 60_000);

function spansOf(talks: TalkRecord[], personId: string): Span[] {
  const theirs = talks.filter(({ employeeId, managerId }) => employeeId === personId || managerId === personId);
  return theirs.flatMap(({ start, end }) => (start && end ? [{ start, end }] : []));
}
