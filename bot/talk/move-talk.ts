/** Another time for a talk, in the chat: the next times that suit both, then the press that moves it. The verbs of the tab decide. */
import type { Platform } from '#api/platform/platform.ts';
import { findTimes } from '#api/talk/booking/find-times.ts';
import { moveTalk } from '#api/talk/moving/move-talk.ts';
import { readTalk } from '#api/talk/read-talk.ts';
import type { Speaker } from '#bot/people/find-speaker.ts';
import type { Card } from './card.ts';
import { readerOf, sayRefused, showTalk } from './show-talk.ts';
import { goneCard, otherOf, refreshOf, sayWhen, talkCard, talkTexts } from './talk-card.ts';
import { timesCard } from './times-card.ts';

export async function showTimes(platform: Platform, speaker: Speaker, talkId: string, news?: string): Promise<Card> {
  const reader = readerOf(platform, speaker);
  // The talk before its times: what changes in between makes the press stale, never wrong.
  const talk = await readTalk(platform, speaker.actor, talkId);
  if (!talk.ok) return goneCard(reader, refreshOf({ talkId }));
  const found = await findTimes(platform, speaker.actor, talkId);
  if (!found.ok || talk.value.start === null)
    return talkCard(talk.value, reader, { news: news ?? sayRefused(found.ok ? '' : found.reason, speaker) });
  return timesCard(talk.value, found.value, reader, news);
}

export async function moveTo(
  platform: Platform,
  speaker: Speaker,
  { talkId, start, version }: { talkId: string; start: string; version: number },
): Promise<Card> {
  const moved = await moveTalk(platform, speaker.actor, talkId, start, version);
  if (!moved.ok && moved.reason === 'time-taken') return showTimes(platform, speaker, talkId, sayRefused(moved.reason, speaker));
  if (!moved.ok) return showTalk(platform, speaker, talkId, { news: sayRefused(moved.reason, speaker) });
  const reader = readerOf(platform, speaker);
  const when = sayWhen(moved.value.start ?? start, reader);
  return talkCard(moved.value, reader, { news: talkTexts[speaker.language].moved(otherOf(moved.value), when), saysWhen: true });
}
