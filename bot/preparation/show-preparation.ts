/** "Prepare": the talk whose preparation waits for this person, their own before those they manage. The card is the talk's. */
import type { Platform } from '#api/platform/platform.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import type { Talk } from '#api/talk/contract.ts';
import { listMyTalks, listTeamTalks } from '#api/talk/list-talks.ts';
import type { Speaker } from '#bot/people/find-speaker.ts';
import type { Card } from '#bot/talk/card.ts';
import { readerOf } from '#bot/talk/show-talk.ts';
import { talkCard } from '#bot/talk/talk-card.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

export const preparationTexts = { sv, en };

export async function showPreparation(platform: Platform, speaker: Speaker): Promise<Card> {
  const reader = readerOf(platform, speaker);
  const [mine, team] = await Promise.all([listMyTalks(platform, speaker.actor), listTeamTalks(platform, speaker.actor)]);
  if (!mine.ok || !team.ok) throw new Error('The lists of talks were refused');
  const waiting = [...soonestFirst(mine.value.talks), ...soonestFirst(team.value.talks)].find(isToPrepare);
  if (waiting) return talkCard(waiting, reader);
  const { title, line, button } = preparationTexts[speaker.language].none;
  return { title, lines: [{ text: line }], button: { title: button, url: deepLink(reader.teamsAppId, 'my-talk') } };
}

const isToPrepare = ({ next }: Talk): boolean => next === 'prepare' || next === 'release';

const soonestFirst = (talks: Talk[]): Talk[] => [...talks].sort((a, b) => (a.start ?? '9').localeCompare(b.start ?? '9'));
