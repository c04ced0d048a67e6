/** What due reminders say, to whom, and whether each still says something true. Reads what happened to talks, rounds, proposals and access requests; sends nothing. */
import { findRound } from '#api/cycle/recurrence/find-round.ts';
import { isStillHr } from '#api/cycle/recurrence/rules/starting.ts';
import { findProposal } from '#api/development/goal/find-proposal.ts';
import { findPeople, findPerson, type KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listPrepared, type Prepared } from '#api/preparation/list-prepared.ts';
import { concerns } from '#api/privacy/access-request/find-untold.ts';
import { hasLeft } from '#api/talk/hand-over/rules.ts';
import { plainWords } from '#api/talk/booking/rules.ts';
import { calendarFile } from '#api/talk/booking/rules/calendar-file.ts';
import { choicesOf, isLeftUnsigned } from '#api/talk/parting/rules.ts';
import { partiesOf } from '#api/talk/read-access.ts';
import { answeredBy, listTalkFacts, waitsOn } from '#api/talk/find-due-talks.ts';
import { isAccessKind, isCycleKind, type AccessKind, type CycleKind, type Kind } from './contract.ts';
import { findDays, type Days } from './find-days.ts';
import { requestOf } from './rules/access.ts';
import { cycleStillDue } from './rules/cycle-due.ts';
import { cyclePlace, cycleWordsFor } from './rules/cycle-words.ts';
import { deepLink, talkLinks } from './rules/deep-link.ts';
import { stillDue, type TalkNow } from './rules/due.ts';
import { proposedGoal } from './rules/proposal.ts';
import { placeOf, wordsFor, type Words } from './rules/words.ts';
import type { ReminderRecord } from './store.ts';

export type Message = {
  row: ReminderRecord;
  to: KnownPerson;
  /** The other party's name. */
  other: string;
  words: Words;
  link: string;
  /** The page in Samtal that it is about, as deep links name it. */
  place: string;
  /** The talk as a calendar file, where a time is what it is about; null otherwise. */
  calendar: string | null;
  /** The chat of the talk's meeting, once Samtal is in it. */
  chatId: string | null;
  /** Told as the manager of the talk. */
  isManager: boolean;
};
type Talk = NonNullable<ReturnType<Awaited<ReturnType<typeof listTalkFacts>>['get']>>;

/** The message of each row of one tenant; null where it has become needless, or the person is gone. */
export async function describeReminders(
  platform: Platform,
  rows: ReminderRecord[],
): Promise<{ row: ReminderRecord; message: Message | null }[]> {
  const tenantId = rows[0]?.tenantId ?? '';
  const ids = rows.flatMap(({ talkId }) => (talkId === null ? [] : [talkId]));
  const talks = ids.length > 0 ? await listTalkFacts(platform, tenantId, ids) : new Map<string, Talk>();
  const preparedOf = await listPrepared(platform, tenantId, [...talks.values()].map(partiesOf));
  const parties = [...talks.values()].flatMap(({ employeeId, managerId }) => [employeeId, managerId]);
  const authors = rows.flatMap(({ talkId, recipientId }) => {
    const talk = talks.get(talkId ?? '');
    return talk ? [recipientId, waitsOn(talk, recipientId), talk.parting?.to].filter((id) => id != null) : [];
  });
  const people = await findPeople(platform, tenantId, [...parties, ...authors]);
  const daysOf = await findDays(platform, tenantId, rows, talks);
  return Promise.all(
    rows.map(async (row) => {
      const { kind, talkId } = row;
      if (isCycleKind(kind)) return { row, message: await ofCycle(platform, row, kind) };
      if (kind === 'goal-proposed') return { row, message: await ofGoal(platform, row, kind) };
      if (isAccessKind(kind)) return { row, message: await ofAccess(platform, row, kind) };
      const talk = talkId === null ? undefined : talks.get(talkId);
      return {
        row,
        message: talk ? ofTalk(platform, { row, kind, talk, days: daysOf(row), prepared: preparedOf(talk._id), people }) : null,
      };
    }),
  );
}

/** For HR only: whoever was told, or was to be, and has lost the role since, is told no more. */
async function ofCycle(platform: Platform, row: ReminderRecord, kind: CycleKind): Promise<Message | null> {
  const round = await findRound(platform, row.tenantId, row.cycleId);
  const to = await findPerson(platform, row.tenantId, row.recipientId);
  if (!round || !cycleStillDue(kind, round.state) || !to || !isStillHr(to)) return null;
  const words = cycleWordsFor(kind, { start: round.start, timeZone: to.timeZone, language: to.language });
  return apartFromTalks(platform, { row, to, other: '', words, place: cyclePlace(row.cycleId) });
}

/** Who proposes it and that it waits; what it says is read in Samtal. */
async function ofGoal(platform: Platform, row: ReminderRecord, kind: Kind): Promise<Message | null> {
  const { tenantId, recipientId, key } = row;
  const found = await findProposal(platform, tenantId, proposedGoal(key));
  if (found?.employeeId !== recipientId) return null;
  const people = await findPeople(platform, tenantId, [recipientId, found.authorId]);
  const to = people.get(recipientId);
  if (!to?.enabled) return null;
  const other = people.get(found.authorId)?.name ?? '';
  const words = wordsFor(kind, { other, start: platform.clock.now(), timeZone: to.timeZone, language: to.language });
  return apartFromTalks(platform, { row, to, other, words, place: placeOf(kind, '') });
}

/** That it was asked for or opened, and not by whom, about whom or why: My data says the rest. */
async function ofAccess(platform: Platform, row: ReminderRecord, kind: AccessKind): Promise<Message | null> {
  const { tenantId, recipientId, key } = row;
  if (!(await concerns(platform, tenantId, requestOf(key), recipientId))) return null;
  const to = await findPerson(platform, tenantId, recipientId);
  if (!to?.enabled) return null;
  const words = wordsFor(kind, { other: '', start: platform.clock.now(), timeZone: to.timeZone, language: to.language });
  return apartFromTalks(platform, { row, to, other: '', words, place: placeOf(kind, '') });
}

/** A message about no talk: it has no time to keep and no meeting, and nobody is told it as a manager. */
function apartFromTalks({ config }: Platform, said: Pick<Message, 'row' | 'to' | 'other' | 'words' | 'place'>): Message {
  return { ...said, isManager: false, calendar: null, chatId: null, link: deepLink(config.teamsAppId, said.place) };
}

type Given = { row: ReminderRecord; kind: Kind; talk: Talk; days: Days; prepared: Prepared; people: Map<string, KnownPerson> };

function ofTalk(platform: Platform, { row, kind, talk, days, prepared, people }: Given): Message | null {
  const { recipientId } = row;
  const to = people.get(recipientId);
  const now = platform.clock.now();
  if (talk.withdrawnAt != null || !to?.enabled) return null;
  if (!stillDue(kind, recipientId, { ...nowOf(talk, prepared, recipientId), ...days }, now)) return null;
  const party = recipientId === talk.employeeId ? talk.managerId : talk.employeeId;
  // What waits for an answer may be a later manager's, and what waits for a choice is about the new one.
  const others = { 'answer-waiting': waitsOn(talk, recipientId), 'choice-waiting': talk.parting?.to };
  const otherId = (kind === 'answer-waiting' || kind === 'choice-waiting' ? others[kind] : null) ?? party;
  const other = people.get(otherId)?.name ?? '';
  // A talk that was held without a booked time is named by when it was started.
  const start = (kind === 'check-in-due' ? days.checkIn : days.answered) ?? talk.start ?? talk.startedAt ?? now;
  const words = wordsFor(kind, { other, start, timeZone: to.timeZone, language: to.language });
  // Straight into the meeting, whose side panel is Samtal; without one, to the talk.
  const meeting = kind === 'talk-now' ? talk.booking?.joinUrl : null;
  const place = isLeftBy(talk, recipientId) ? 'team' : placeOf(kind, talk._id);
  const isManager = recipientId === talk.managerId;
  const calendar = timed.includes(kind) ? fileOf(platform, talk, to) : null;
  // Whoever is no party any more has nothing to do there.
  const chatId = hasLeft(talk, recipientId) ? null : (talk.booking?.chatId ?? null);
  return {
    row,
    to,
    other,
    words,
    isManager,
    calendar,
    chatId,
    link: meeting?.startsWith('https://teams.microsoft.com/l/') ? meeting : deepLink(platform.config.teamsAppId, place),
    place,
  };
}

/** Kinds that are about a time to keep. */
const timed: Kind[] = ['talk-booked', 'talk-moved', 'talk-replanned', 'talk-tomorrow'];

/** Word for word the same each time it is made: a mail that is begun again must say the same. */
function fileOf({ config }: Platform, talk: Talk, { language }: KnownPerson): string | null {
  const { _id: talkId, bookings: version, booking, start, end } = talk;
  if (!start || !end) return null;
  const words = plainWords(language, talkLinks(config, talkId), config.eventSubject);
  return calendarFile({ talkId, eventUid: booking?.iCalUId ?? null, version, start, end, ...words, at: booking?.bookedAt ?? start });
}

const isLeftBy = (talk: Talk, personId: string): boolean =>
  hasLeft(talk, personId) || (talk.partedAt != null && talk.managerId === personId);

function nowOf(talk: Talk, { releases }: Prepared, recipientId: string): TalkNow {
  const { attention, settled } = talk;
  const isEmployee = recipientId === talk.employeeId;
  const [mine, theirs] = isEmployee ? [releases.employee, releases.manager] : [releases.manager, releases.employee];
  return {
    start: talk.start,
    startedAt: talk.startedAt,
    released: { mine: mine !== null, theirs: theirs !== null },
    answeredBy: answeredBy(talk),
    othersWord: waitsOn(talk, recipientId) !== null,
    hasLeft: isLeftBy(talk, recipientId),
    isParted: talk.partedAt != null,
    isUnsigned: isLeftUnsigned(talk),
    mayChoose: isEmployee && choicesOf(talk).length > 0 && talk.parting?.choice !== 'finish',
    moved: talk.moved ?? null,
    asks: attention != null && !(settled?.kind === attention.kind && settled.mark === attention.mark),
  };
}
