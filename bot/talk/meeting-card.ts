/** Cards around the meeting: where the talk is when it begins, and that the bot says nothing of talks where others read along. Facts in, card out. */
import type { Language } from '#api/people/contract.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import type { Card } from './card.ts';
import { talkTexts } from './talk-card.ts';

/** For everybody in the meeting's chat: names nobody, and whoever is not of the two finds nothing behind the link. */
export function beginsCard(talkId: string, language: Language, teamsAppId: string): Card {
  const { title, lead, button } = talkTexts[language].meeting;
  return { title, lines: [{ text: lead }], button: { title: button, url: deepLink(teamsAppId, `talks/${talkId}`) } };
}

export function onlyHereCard(language: Language, teamsAppId: string): Card {
  const { only, button } = talkTexts[language];
  return { title: only.title, lines: [{ text: only.line }], button: { title: button.open, url: deepLink(teamsAppId, 'my-talk') } };
}
