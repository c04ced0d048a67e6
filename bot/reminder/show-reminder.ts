/** A reminder's card as it is now, where nothing of it can be done in place: about several talks, a cycle, a goal, an access request, a talk handed over. */
import { readTold } from '#api/reminder/read-told.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import type { Speaker } from '#bot/people/find-speaker.ts';
import type { Card } from '#bot/talk/card.ts';
import { talkTexts } from '#bot/talk/talk-card.ts';
import type { Platform } from '#api/platform/platform.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

const texts = { sv, en };

/** Asks for the reminder of this key as it is now. A key holds ids alone, and counts for whoever the reminder was sent to. */
export const askReminder = (key: string): NonNullable<Card['refresh']> => ({ verb: 'show-reminder', data: { key } });

/** What is still true of it; that nothing is, also for whoever it was never sent to. */
export async function showReminder(platform: Platform, speaker: Speaker, key: string): Promise<Card> {
  const told = await readTold(platform, speaker.actor, key);
  const refresh = askReminder(key);
  if (told) {
    const { topic, lead, action } = told.words;
    return { title: topic, lines: [{ text: lead }], button: { title: action, url: told.link }, refresh };
  }
  const { title, line } = texts[speaker.language].over;
  const button = { title: talkTexts[speaker.language].button.open, url: deepLink(platform.config.teamsAppId, 'my-talk') };
  return { title, lines: [{ text: line }], button, refresh };
}
