/** Shows a talk as the same verbs as the tab's describe it to this person: the one that matters now, or one that a card is about. */
import { isManagerOfSomebody } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Talk } from '#api/talk/contract.ts';
import { listMyTalks } from '#api/talk/list-talks.ts';
import { readTalk } from '#api/talk/read-talk.ts';
import { currentOf } from '#api/talk/rules.ts';
import type { Speaker } from '#bot/people/find-speaker.ts';
import type { Card } from './card.ts';
import { goneCard, noTalkCard, refreshOf, talkCard, talkTexts, type Reader, type TalkCardOptions } from './talk-card.ts';

export const readerOf = ({ config }: Platform, { language, timeZone }: Speaker): Reader => ({
  ...{ language, timeZone },
  teamsAppId: config.teamsAppId,
});

/** "My talk". */
export async function showMyTalk(platform: Platform, speaker: Speaker): Promise<Card> {
  const { tenantId, personId } = speaker.actor;
  const reader = readerOf(platform, speaker);
  const talk = await findTalkThatMatters(platform, speaker);
  if (talk) return talkCard(talk, reader);
  return noTalkCard(await isManagerOfSomebody(platform, tenantId, personId), reader);
}

/** A talk as it is now, whatever the card said that was pressed; a card that names nobody for whoever it is nobody's business of. */
export async function showTalk(platform: Platform, speaker: Speaker, talkId: string, options?: TalkCardOptions): Promise<Card> {
  const reader = readerOf(platform, speaker);
  const found = await readTalk(platform, speaker.actor, talkId);
  return found.ok ? talkCard(found.value, reader, options) : goneCard(reader, refreshOf({ talkId }));
}

/** The one that My talk shows in the tab; when all are signed by both, the newest. */
export async function findTalkThatMatters(platform: Platform, { actor }: Speaker): Promise<Talk | undefined> {
  const found = await listMyTalks(platform, actor);
  if (!found.ok) throw new Error(`The list of talks was refused: ${found.reason}`);
  const { current, earlier } = currentOf(found.value.talks);
  return current ?? earlier[0];
}

/** Why something could not be done, in the reader's language. */
export function sayRefused(reason: string, { language }: Pick<Speaker, 'language'>): string {
  const words: Record<string, string> = talkTexts[language].refused;
  return words[reason] ?? talkTexts[language].refused.changed;
}
