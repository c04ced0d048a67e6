/**
 * Sends what is due next: one reminder; all that wait for one person, as one; or one that says the same to many, in one call. The row exists
 * before the first try, and so does the group. Whether it still says something true, and whether the person is in their hours, is asked just before.
 */
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { lookForAbsences } from './absence/look-for-absences.ts';
import { lookAgainAt, type Away } from './absence/rules.ts';
import { recordTries, type Tries } from './record-tries.ts';
import { findChoices } from './choices/find-choices.ts';
import type { Choices } from './choices/contract.ts';
import { clockKinds, isClockKind, type Way } from './contract.ts';
import { describeReminders, type Message } from './describe-reminders.ts';
import { dayOf, nextOpen } from './rules/hours.ts';
import { groupKind, mostPerDay, waitsForReturn, waysOf } from './rules/ways.ts';
import { aboutOf, eachOnce, saidAsOne } from './rules/several.ts';
import { joinReminders } from './join-reminders.ts';
import { sendAlike } from './send-alike.ts';
import { sendMessage, type Outgoing } from './send-message.ts';
import { closeReminders, countSent, putOffReminders, type ReminderRecord } from './store.ts';

/** One step of the clock. Answers false when nothing is due. */
export async function deliverNextReminder(platform: Platform): Promise<boolean> {
  const rows = await joinReminders(platform);
  const first = rows[0];
  if (!first) return false;
  try {
    const messages = await choose(platform, rows);
    const choicesOf = await findChoices(
      platform,
      first.tenantId,
      messages.map(({ row }) => row.recipientId),
    );
    const waiting = messages.filter(({ row }) => waitsForReturn(row.kind)).map(({ row }) => row.recipientId);
    const awayOf = await lookForAbsences(platform, first.tenantId, waiting, 'away');
    const ready = await inHours(platform, messages, choicesOf, awayOf);
    await deliver(platform, first.group ?? null, ready, choicesOf);
  } catch (error) {
    if (!(error instanceof MicrosoftUnavailable)) throw error;
    await wait(platform, rows, error);
  }
  return true;
}

async function wait(platform: Platform, rows: ReminderRecord[], error: MicrosoftUnavailable): Promise<void> {
  const ms = backOffMs(rows[0]?.due?.attempts ?? 1, error.retryAfterSeconds);
  platform.log.warn({ kind: rows[0]?.kind, rows: rows.length, waitMs: ms }, 'a reminder waits for Microsoft 365');
  await putOffReminders(platform.db, rows, new Date(platform.clock.now().getTime() + ms), 'failed');
}

/** Those that still say something true; the others are closed. */
async function choose(platform: Platform, rows: ReminderRecord[]): Promise<Message[]> {
  const described = await describeReminders(platform, rows);
  const needless = described.filter(({ message }) => message === null).map(({ row }) => row);
  await closeReminders(platform.db, needless, { outcome: 'needless', sentAt: null });
  return described.flatMap(({ message }) => (message ? [message] : []));
}

/** Those whose person may be reached now; the others are put off until then. */
async function inHours(
  platform: Platform,
  messages: Message[],
  choicesOf: (personId: string) => Choices,
  awayOf: (personId: string) => Away | null,
): Promise<Message[]> {
  const now = platform.clock.now();
  const ready: Message[] = [];
  for (const message of messages) {
    const { row, to } = message;
    const choices = choicesOf(row.recipientId);
    const hours = { ...choices, timeZone: to.timeZone };
    const isClock = isClockKind(row.kind);
    const full = isClock && !row.group && (await hasHadEnough(platform, message));
    const away = waitsForReturn(row.kind) ? awayOf(row.recipientId) : null;
    const from = away ? lookAgainAt(away, now, to.timeZone) : full ? dayOf(now, to.timeZone, 1).toJSDate() : now;
    const at = isClock || choices.newsWaits ? (nextOpen(from, hours) ?? from) : now;
    if (at <= now) ready.push(message);
    else await putOffReminders(platform.db, [row], at, 'not-yet');
  }
  return ready;
}

async function hasHadEnough({ db, clock }: Platform, { row, to }: Message): Promise<boolean> {
  const { tenantId, recipientId, kind } = row;
  if (kind === 'talk-now') return false;
  return (await countSent(db, { tenantId, recipientId }, clockKinds, dayOf(clock.now(), to.timeZone).toJSDate())) >= mostPerDay;
}

async function deliver(
  platform: Platform,
  group: string | null,
  messages: Message[],
  choicesOf: (personId: string) => Choices,
): Promise<void> {
  const [first, ...rest] = messages;
  if (!first) return;
  const rows = messages.map(({ row }) => row);
  if (groupKind(group) === 'alike') return sendAlike(platform, group ?? '', [first, ...rest]);
  const [message = first, ...others] = eachOnce(messages);
  // The key of an entry that may be there already stays what it was: the same key replaces, another adds.
  const key = message.row.feedBegun ?? group ?? message.row._id;
  const tries = recordTries(platform, rows, key);
  const outgoing = others.length > 0 ? together(platform, [message, ...others], key, tries) : alone(message, rows, key, tries);
  const sent = await sendMessage(platform, outgoing, waysTo(message, choicesOf(message.row.recipientId)));
  const now = platform.clock.now();
  if ('way' in sent) return closeReminders(platform.db, rows, { outcome: sent.way, sentAt: now });
  // The other channel of the same notification tells the person.
  if (message.row.channel === 'feed') return closeReminders(platform.db, rows, { outcome: sent.why, sentAt: null });
  platform.log.warn({ kind: message.row.kind, why: sent.why }, 'a reminder reached nobody');
  await closeReminders(platform.db, rows, { outcome: sent.why, sentAt: null, missed: sent.missed });
}

function waysTo({ row: { channel, kind } }: Message, choices: Choices): Way[] {
  return channel === 'best' ? waysOf(kind, choices) : [channel];
}

/** `rows`: all that are told by this one. */
function alone(
  { row, to, other, words, link, place, calendar, chatId }: Message,
  rows: ReminderRecord[],
  key: string,
  tries: Tries,
): Outgoing {
  const about = aboutOf(rows);
  return {
    ...{ tenantId: row.tenantId, to, type: row.kind, words, link, place, calendar, chatId },
    values: { manager: other, person: other, when: words.when },
    ...(about ? { about } : {}),
    ...{ key, tries },
  };
}

function together(platform: Platform, messages: [Message, ...Message[]], key: string, tries: Tries): Outgoing {
  const [{ row, to }] = messages;
  const { words, link, place } = saidAsOne(messages, platform.config.teamsAppId);
  return {
    ...{ tenantId: row.tenantId, to, type: 'several', words, link, place, calendar: null, chatId: null },
    values: { count: String(messages.length) },
    ...{ key, tries },
  };
}
