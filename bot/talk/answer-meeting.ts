/**
 * What the bot does when Teams tells that a talk's meeting begins or ends: shows in the meeting's chat where the talk is; afterwards tells each of the
 * two in their own chat what to do, up to signing. It starts, finishes and signs nothing: people do. Nobody is told twice of one meeting.
 */
import type { Platform } from '#api/platform/platform.ts';
import type { Talk } from '#api/talk/contract.ts';
import { findMeeting, type TalkInMeeting } from '#api/talk/find-meeting.ts';
import { readTalk } from '#api/talk/read-talk.ts';
import type { BotActivity } from '#bot/people/check-activity.ts';
import { findListener, tenantOf, type Speaker } from '#bot/people/find-speaker.ts';
import type { Deliver } from '#bot/reminder/deliver-card.ts';
import { sendCard } from '#bot/reminder/send-reminder.ts';
import { beginsCard } from './meeting-card.ts';
import { readerOf } from './show-talk.ts';
import { talkCard, talkTexts } from './talk-card.ts';

const begins = 'application/vnd.microsoft.meetingStart';
const ends = 'application/vnd.microsoft.meetingEnd';
/** Earlier than so long before the talk, somebody only had a look at the meeting. */
const earliestMs = 30 * 60_000;

export async function answerMeeting(platform: Platform, deliver: Deliver, activity: BotActivity): Promise<void> {
  const tenantId = tenantOf(activity);
  if ((activity.name !== begins && activity.name !== ends) || !tenantId || !platform.config.tenants.includes(tenantId)) return;
  const talk = await findMeeting(platform, tenantId, activity.conversation.id);
  if (!talk || !isTime(talk, platform.clock.now())) return;
  const tell = { platform, deliver, activity, tenantId, talk };
  if (activity.name === begins) return tellOfStart(tell);
  for (const personId of [talk.employeeId, talk.managerId]) await tellOfEnd(tell, personId);
}

type Tell = { platform: Platform; deliver: Deliver; activity: BotActivity; tenantId: string; talk: TalkInMeeting };

function isTime({ start, startedAt }: TalkInMeeting, now: Date): boolean {
  return startedAt !== null || (start !== null && now.getTime() >= start.getTime() - earliestMs);
}

async function tellOfStart({ platform, deliver, activity, tenantId, talk }: Tell): Promise<void> {
  const { talkId, employeeId: personId, start, finishedAt } = talk;
  const listener = await findListener(platform, tenantId, personId);
  if (finishedAt || !listener) return;
  const { serviceUrl, conversation, recipient } = activity;
  const known = { tenantId, personId, serviceUrl, chatId: conversation.id, botId: recipient.id };
  // In the language of the invitation, which is the employee's.
  const card = beginsCard(talkId, listener.language, platform.config.teamsAppId);
  await sendCard(platform, deliver, { tenantId, personId }, { key: `meeting begins ${talkId} ${start?.toISOString()}`, card, known });
}

/** Each is asked for with their own rights, and told in their own chat; who has none hears of the signature in the feed, or by mail. */
async function tellOfEnd({ platform, deliver, tenantId, talk: { talkId } }: Tell, personId: string): Promise<void> {
  const listener = await findListener(platform, tenantId, personId);
  if (!listener) return;
  const talk = await readTalk(platform, listener.actor, talkId);
  const say = talk.ok ? sayAfter(talk.value, listener, platform.clock.now()) : null;
  if (!talk.ok || say === null) return;
  const { start, status } = talk.value;
  const news = talkTexts[listener.language].meeting.over;
  const card = talkCard(talk.value, readerOf(platform, listener), { news, ...(say === '' ? {} : { say }) });
  // Once for each thing there is to say: meetings end several times when somebody comes back.
  await sendCard(platform, deliver, { tenantId, personId }, { key: `meeting over ${talkId} ${start ?? ''} ${status}`, card });
}

/** What to do after the meeting, where the usual words ('') do not say it; null for whom it is of no use. */
function sayAfter({ next, me, start, startedAt, finishedAt, manager }: Talk, { language }: Speaker, now: Date): string | null {
  const words = talkTexts[language].meeting;
  if (finishedAt) return next === 'sign' ? '' : null;
  if (startedAt) return me === 'manager' ? words.finish : words.waits(manager.name);
  // Not begun in Samtal: either the two met without it, or somebody was there too early.
  return me === 'manager' && start !== null && new Date(start) <= now ? words.record : null;
}
