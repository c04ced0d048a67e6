/** Releases the person's own preparation, or takes it back, in the chat. The verbs of the tab decide; what is in it is never looked at here. */
import type { Platform } from '#api/platform/platform.ts';
import type { Result } from '#api/platform/refusal/contract.ts';
import type { Preparations } from '#api/preparation/contract.ts';
import { readPreparations } from '#api/preparation/read-preparations.ts';
import { releasePreparation } from '#api/preparation/release-preparation.ts';
import { withdrawPreparation } from '#api/preparation/withdraw-preparation.ts';
import { readTalk } from '#api/talk/read-talk.ts';
import type { Speaker } from '#bot/people/find-speaker.ts';
import type { Card } from '#bot/talk/card.ts';
import { readerOf, sayRefused } from '#bot/talk/show-talk.ts';
import { goneCard, otherOf, refreshOf, talkCard } from '#bot/talk/talk-card.ts';
import { preparationTexts } from './show-preparation.ts';

type Change = typeof withdrawPreparation;

/** @param withId with whom, as the card had it; cards of earlier versions had nobody, and are shown anew */
export const release = (platform: Platform, speaker: Speaker, talkId: string, withId = ''): Promise<Card> =>
  change(platform, speaker, talkId, (at, actor, id, version) => releasePreparation(at, actor, id, withId, version));

export const withdraw = (platform: Platform, speaker: Speaker, talkId: string): Promise<Card> =>
  change(platform, speaker, talkId, withdrawPreparation);

async function change(platform: Platform, speaker: Speaker, talkId: string, verb: Change): Promise<Card> {
  const reader = readerOf(platform, speaker);
  const changed = await changeNow(platform, speaker, talkId, verb);
  const talk = await readTalk(platform, speaker.actor, talkId);
  if (!talk.ok) return goneCard(reader, refreshOf({ talkId }));
  const words = preparationTexts[speaker.language];
  const { me, releaseRule } = talk.value;
  const released = me === 'manager' ? words.releasedByManager : words.released[releaseRule](otherOf(talk.value));
  const done = verb === withdrawPreparation ? words.withdrawn : released;
  return talkCard(talk.value, reader, { news: changed.ok ? done : sayWhyNot(changed.reason, speaker) });
}

/** By the version of now: all of it is the person's own, also what they wrote after the card came. */
async function changeNow(platform: Platform, { actor }: Speaker, talkId: string, verb: Change): Promise<Result<Preparations>> {
  const now = await readPreparations(platform, actor, talkId);
  return now.ok ? verb(platform, actor, talkId, now.value.mine.version) : now;
}

function sayWhyNot(reason: string, speaker: Speaker): string {
  const words: Record<string, string> = preparationTexts[speaker.language].refused;
  return words[reason] ?? sayRefused(reason, speaker);
}
