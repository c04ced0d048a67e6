/**
 * What the bot answers to a press on one of its cards (Action.Execute), and to Teams that asks for a card anew. Who pressed comes from the proven
 * message alone; the data of the card only says what it is about, and the verb asks for that person's rights as on every other way in.
 */
import { z } from 'zod';
import { howSchema, needSchema, weeksSchema } from '#api/checkin/answer/contract.ts';
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { keep, reopen, showAgreement } from '#bot/agreement/keep-agreement.ts';
import { answerInChat, askCheckIn, showCheckIn, withdrawInChat } from '#bot/checkin/answer-check-in.ts';
import { release, withdraw } from '#bot/preparation/release-preparation.ts';
import { cardIdIn } from '#bot/reminder/keep-one-card.ts';
import { showReminder } from '#bot/reminder/show-reminder.ts';
import { adaptiveCard, cardType, namedCard, type Card } from '#bot/talk/card.ts';
import { moveTo, showTimes } from '#bot/talk/move-talk.ts';
import { showTeam } from '#bot/talk/show-team.ts';
import { showTalk } from '#bot/talk/show-talk.ts';
import type { BotActivity } from './check-activity.ts';
import type { Speaker } from './find-speaker.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

export const texts = { sv, en };

/** What goes back to Teams in the same call; `status` is that of HTTP. */
export type ActionAnswer = { status: number; body?: { statusCode: number; type: string; value: unknown } };
type Act = (platform: Platform, speaker: Speaker, data: unknown) => Promise<Card> | null;

const id = z.string().min(1).max(100);
const talk = z.object({ talkId: id });
const agreement = talk.extend({ agreementId: id });
/** A reminder's key is made of several ids. */
const reminder = z.object({ key: z.string().min(1).max(500) });
const version = { version: z.number().int() };
const checkIn = talk.extend({ day: z.iso.date(), ...version });

/** Data that does not fit is that of a card of another version of Samtal. */
const act =
  <T>(schema: z.ZodType<T>, handle: (platform: Platform, speaker: Speaker, data: T) => Promise<Card>): Act =>
  (platform, speaker, data) => {
    const read = schema.safeParse(data);
    return read.success ? handle(platform, speaker, read.data) : null;
  };

const acts: Record<string, Act> = {
  'show-talk': act(talk, (platform, speaker, { talkId }) => showTalk(platform, speaker, talkId)),
  'show-reminder': act(reminder, (platform, speaker, { key }) => showReminder(platform, speaker, key)),
  'show-team': act(z.object({}), showTeam),
  release: act(talk.extend({ withId: id.optional() }), (platform, speaker, { talkId, withId }) =>
    release(platform, speaker, talkId, withId),
  ),
  withdraw: act(talk, (platform, speaker, { talkId }) => withdraw(platform, speaker, talkId)),
  times: act(talk, (platform, speaker, { talkId }) => showTimes(platform, speaker, talkId)),
  move: act(talk.extend({ start: z.iso.datetime(), ...version }), moveTo),
  'show-agreement': act(agreement, (platform, speaker, which) => showAgreement(platform, speaker, which)),
  keep: act(agreement.extend(version), keep),
  reopen: act(agreement.extend(version), reopen),
  'show-check-in': act(talk, (platform, speaker, { talkId }) => showCheckIn(platform, speaker, talkId)),
  'ask-check-in': act(checkIn.extend({ how: howSchema.optional(), need: needSchema.optional() }), askCheckIn),
  'answer-check-in': act(checkIn.extend({ how: howSchema, need: needSchema, weeks: weeksSchema }), answerInChat),
  'withdraw-check-in': act(checkIn, withdrawInChat),
};

const actionSchema = z.looseObject({
  action: z.looseObject({ type: z.literal('Action.Execute'), verb: z.string().min(1).max(100), data: z.unknown().optional() }),
});

export async function answerAction(platform: Platform, speaker: Speaker, activity: BotActivity): Promise<ActionAnswer> {
  const read = actionSchema.safeParse(activity.value);
  if (!read.success) return { status: 400 };
  const { verb, data } = read.data.action;
  const words = texts[speaker.language].action;
  // Cards with buttons are put into a person's own chat only. Elsewhere somebody else could be reading.
  if (activity.conversation.conversationType !== 'personal') return saying(words.elsewhere);
  const started = Object.hasOwn(acts, verb) ? acts[verb]?.(platform, speaker, data ?? {}) : null;
  if (!started) return saying(words.old);
  try {
    const cardId = cardIdIn(data);
    const card = cardId === null ? await started : namedCard(await started, cardId);
    return { status: 200, body: { statusCode: 200, type: cardType, value: adaptiveCard(card, activity.from.id) } };
  } catch (error) {
    if (!(error instanceof MicrosoftUnavailable)) throw error;
    platform.log.warn({ verb }, 'a press on a card waits for Microsoft 365');
    return saying(words.unavailable);
  }
}

/** One sentence; the card stays as it was. */
export const saying = (value: string): ActionAnswer => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
});
