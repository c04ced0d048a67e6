/** What the bot answers to what somebody writes: a card for each command it knows, and for anything else the list of them. */
import type { Platform } from '#api/platform/platform.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import { showPreparation } from '#bot/preparation/show-preparation.ts';
import type { Card } from '#bot/talk/card.ts';
import { showTeam } from '#bot/talk/show-team.ts';
import { showMyTalk } from '#bot/talk/show-talk.ts';
import type { Speaker } from './find-speaker.ts';
import { helpCard } from './welcome-card.ts';

type Command = (platform: Platform, speaker: Speaker) => Promise<Card>;

/** Each command in both languages: people write in the one they think in. The first of each language stands in appPackage/manifest.json. */
const commands: { words: string[]; show: Command }[] = [
  { words: ['my talk', 'talk', 'mitt samtal', 'samtal'], show: showMyTalk },
  { words: ['prepare', 'preparation', 'förbered', 'förbered mig', 'förberedelse'], show: showPreparation },
  { words: ['my team', 'team', 'mitt team'], show: showTeam },
];

export async function answerMessage(platform: Platform, speaker: Speaker, text: string): Promise<Card> {
  const said = wordsOf(text);
  const command = commands.find(({ words }) => words.includes(said));
  if (command) return command.show(platform, speaker);
  return helpCard(speaker.language, deepLink(platform.config.teamsAppId, 'my-talk'));
}

/** Letters only, in small ones: what Teams adds when the bot is named, punctuation and capitals make no difference. */
const wordsOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/<at>.*?<\/at>/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '')
    .trim()
    .replace(/\s+/g, ' ');
