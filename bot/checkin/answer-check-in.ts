/** A check-in answered in the chat: a tap for each of the three questions, and the ways to change the answer or take it back. The verbs of the tab decide. */
import { answerCheckIn } from '#api/checkin/answer/answer-check-in.ts';
import type { CheckIns, How, Need, Weeks } from '#api/checkin/answer/contract.ts';
import { readCheckIns } from '#api/checkin/answer/read-check-ins.ts';
import { withdrawAnswer } from '#api/checkin/answer/withdraw-answer.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Result } from '#api/platform/refusal/contract.ts';
import type { Talk } from '#api/talk/contract.ts';
import { readTalk } from '#api/talk/read-talk.ts';
import type { Speaker } from '#bot/people/find-speaker.ts';
import type { Card } from '#bot/talk/card.ts';
import { readerOf, sayRefused } from '#bot/talk/show-talk.ts';
import { goneCard, otherOf } from '#bot/talk/talk-card.ts';
import { checkInCard, checkInTexts, refreshOfCheckIn, type CheckInOptions, type Tapped } from './check-in-card.ts';

type Which = { talkId: string; day: string; version: number };

/** How it is now: the first question, or what was answered. */
export async function showCheckIn(platform: Platform, speaker: Speaker, talkId: string, options?: CheckInOptions): Promise<Card> {
  const found = await find(platform, speaker, talkId);
  return found ? checkInCard(found, readerOf(platform, speaker), options) : goneCard(readerOf(platform, speaker), refreshOfCheckIn(talkId));
}

/** The next question, with what was tapped so far. A card whose check-in has gone on meanwhile is told how it is now. */
export async function askCheckIn(platform: Platform, speaker: Speaker, { talkId, day, version, ...tapped }: Which & Tapped): Promise<Card> {
  const found = await find(platform, speaker, talkId);
  const reader = readerOf(platform, speaker);
  if (!found) return goneCard(reader, refreshOfCheckIn(talkId));
  const { open, version: newest } = found.checkIns;
  if (open?.day !== day || newest !== version) return checkInCard(found, reader, { news: sayRefused('stale', speaker) });
  return checkInCard(found, reader, { asks: true, tapped });
}

/** The third tap: only now anything is stored. What was written to it in Samtal stays. */
export async function answerInChat(
  platform: Platform,
  speaker: Speaker,
  { talkId, day, version, ...said }: Which & { how: How; need: Need; weeks: Weeks },
): Promise<Card> {
  const found = await find(platform, speaker, talkId);
  const before = found?.checkIns.open?.answers.some(({ mine }) => mine) ?? false;
  const answered = await answerCheckIn(platform, speaker.actor, { talkId, day }, said, version);
  const words = checkInTexts[speaker.language];
  return after(platform, speaker, talkId, answered, (other) => (before ? words.thanksChanged : words.thanks(other)));
}

export async function withdrawInChat(platform: Platform, speaker: Speaker, { talkId, day, version }: Which): Promise<Card> {
  const taken = await withdrawAnswer(platform, speaker.actor, { talkId, day }, version);
  return after(platform, speaker, talkId, taken, checkInTexts[speaker.language].withdrawn);
}

async function after(
  platform: Platform,
  speaker: Speaker,
  talkId: string,
  said: Result<CheckIns>,
  done: (other: string) => string,
): Promise<Card> {
  const found = await find(platform, speaker, talkId);
  const reader = readerOf(platform, speaker);
  if (!found) return goneCard(reader, refreshOfCheckIn(talkId));
  return checkInCard(found, reader, { news: said.ok ? done(otherOf(found.talk)) : sayRefused(said.reason, speaker) });
}

async function find(platform: Platform, { actor }: Speaker, talkId: string): Promise<{ talk: Talk; checkIns: CheckIns } | null> {
  const [talk, checkIns] = await Promise.all([readTalk(platform, actor, talkId), readCheckIns(platform, actor, talkId)]);
  return talk.ok && checkIns.ok ? { talk: talk.value, checkIns: checkIns.value } : null;
}
