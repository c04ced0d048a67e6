/**
 * Sends one due reminder. The row exists before the first try; a try whose answer was lost is looked up (mail) or repeated under the same
 * chain id, which replaces (feed). Whether it still says something true is asked just before.
 */
import { findRound } from '#api/cycle/recurrence/find-round.ts';
import { findPeople, findPerson, type KnownPerson } from '#api/people/find-people.ts';
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/http.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { listPrepared } from '#api/preparation/list-prepared.ts';
import { answeredBy, findTalkFacts, waitsOn } from '#api/talk/find-due-talks.ts';
import { hasLeft } from '#api/talk/hand-over/rules.ts';
import { partiesOf } from '#api/talk/read-access.ts';
import { activityTypes, isCycleKind, type CycleKind, type Kind } from './contract.ts';
import { cycleStillDue } from './rules/cycle-due.ts';
import { cyclePlace, cycleWordsFor } from './rules/cycle-words.ts';
import { deepLink } from './rules/deep-link.ts';
import { stillDue } from './rules/due.ts';
import { mailHtml, placeOf, wordsFor, type Words } from './rules/words.ts';
import { claimReminder, closeReminder, putOffReminder, type ReminderRecord } from './store.ts';

type Message = { to: KnownPerson; other: string; words: Words; link: string };

/** One step of the clock. Answers false when nothing is due. */
export async function deliverNextReminder(platform: Platform): Promise<boolean> {
  const row = await claimReminder(platform.db, platform.clock.now());
  if (!row) return false;
  try {
    const message = await compose(platform, row);
    const outcome = message ? await deliver(platform, row, message) : 'needless';
    await closeReminder(platform.db, row, outcome, outcome === 'needless' ? null : platform.clock.now());
  } catch (error) {
    if (error instanceof GraphRefused) await closeReminder(platform.db, row, `refused: ${error.status} ${error.code}`, null);
    else if (error instanceof MicrosoftUnavailable) await wait(platform, row, error);
    else throw error;
  }
  return true;
}

async function wait(platform: Platform, row: ReminderRecord, error: MicrosoftUnavailable): Promise<void> {
  const ms = backOffMs(row.due?.attempts ?? 1, error.retryAfterSeconds);
  platform.log.warn({ kind: row.kind, channel: row.channel, waitMs: ms }, 'a reminder waits for Microsoft 365');
  await putOffReminder(platform.db, row, new Date(platform.clock.now().getTime() + ms));
}

/** Null when the reminder has become needless, or the person is gone. */
async function compose(platform: Platform, row: ReminderRecord): Promise<Message | null> {
  const { kind, talkId } = row;
  if (isCycleKind(kind)) return composeOfCycle(platform, row, kind);
  return talkId === null ? null : composeOfTalk(platform, { ...row, kind, talkId });
}

async function composeOfCycle(platform: Platform, row: ReminderRecord, kind: CycleKind): Promise<Message | null> {
  const round = await findRound(platform, row.tenantId, row.cycleId);
  const to = await findPerson(platform, row.tenantId, row.recipientId);
  if (!round || !cycleStillDue(kind, round.state) || !to?.enabled) return null;
  const words = cycleWordsFor(kind, { start: round.start, timeZone: to.timeZone, language: to.language });
  return { to, other: '', words, link: deepLink(platform.config.teamsAppId, cyclePlace(row.cycleId)) };
}

async function composeOfTalk(platform: Platform, row: ReminderRecord & { kind: Kind; talkId: string }): Promise<Message | null> {
  const talk = await findTalkFacts(platform, row.tenantId, row.talkId);
  if (!talk) return null;
  const { releases } = (await listPrepared(platform, row.tenantId, [partiesOf(talk)]))(row.talkId);
  const author = waitsOn(talk, row.recipientId);
  const now = {
    start: talk.start,
    startedAt: talk.startedAt,
    employeeReleasedAt: releases.employee,
    moved: talk.moved ?? null,
    answeredBy: answeredBy(talk),
    othersWord: author !== null,
    hasLeft: hasLeft(talk, row.recipientId),
  };
  if (!stillDue(row.kind, row.recipientId, now)) return null;
  const party = row.recipientId === talk.employeeId ? talk.managerId : talk.employeeId;
  // What waits for an answer may be a later manager's.
  const otherId = row.kind === 'answer-waiting' ? (author ?? party) : party;
  const people = await findPeople(platform, row.tenantId, [row.recipientId, otherId]);
  const to = people.get(row.recipientId);
  if (!to?.enabled) return null;
  const other = people.get(otherId)?.name ?? '';
  // A talk that was held without a booked time is named by when it was started.
  const start = talk.start ?? talk.startedAt ?? platform.clock.now();
  const words = wordsFor(row.kind, { other, start, timeZone: to.timeZone, language: to.language });
  return { to, other, words, link: deepLink(platform.config.teamsAppId, now.hasLeft ? 'team' : placeOf(row.kind, row.talkId)) };
}

/** Answers the channel that was used. */
async function deliver(platform: Platform, row: ReminderRecord, message: Message): Promise<string> {
  if (row.channel === 'mail') return mail(platform, row, message);
  if (row.channel === 'feed') return feed(platform, row, message);
  if (row.kind === 'preparation-due' && (await card(platform, row, message))) return 'card';
  try {
    return await feed(platform, row, message);
  } catch (error) {
    // Not installed for this person, or no permission: the mail is the fallback (B12).
    if (error instanceof GraphRefused && message.to.mail) return mail(platform, row, message);
    throw error;
  }
}

async function card(platform: Platform, row: ReminderRecord, { to, other, words, link }: Message): Promise<boolean> {
  const person = { tenantId: row.tenantId, personId: row.recipientId };
  return platform.cards?.sendPreparationDue(person, { managerName: other, when: words.when, link, language: to.language }) ?? false;
}

async function feed(platform: Platform, row: ReminderRecord, { other, words, link }: Message): Promise<string> {
  const { type, parameters } = activityTypes[row.kind];
  const values: Record<string, string> = { manager: other, person: other, when: words.when };
  await platform.graph.sendActivity(row.tenantId, row.recipientId, {
    type,
    parameters: Object.fromEntries(parameters.map((name) => [name, values[name] ?? ''])),
    preview: words.preview,
    topic: words.topic,
    link,
    key: row.key,
  });
  return 'feed';
}

async function mail(platform: Platform, row: ReminderRecord, { to, words, link }: Message): Promise<string> {
  if (!to.mail) return 'needless';
  const again = (row.due?.attempts ?? 1) > 1;
  if (again && (await platform.graph.wasMailSent(row.tenantId, row._id))) return 'mail';
  await platform.graph.sendMail(row.tenantId, {
    to: { address: to.mail, name: to.name },
    subject: words.subject,
    html: mailHtml(words, link),
    key: row._id,
  });
  return 'mail';
}
