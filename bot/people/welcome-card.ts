/** The two cards for somebody who is new to Samtal or wonders what the bot can do. Neither promises more than the bot does. */
import type { Language } from '#api/people/contract.ts';
import type { Card } from '#bot/talk/card.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

const texts = { sv, en };

export function welcomeCard(language: Language, link: string): Card {
  const { title, what, first, admin, button } = texts[language].welcome;
  return { title, lines: [{ text: what }, { text: first }, { text: admin, quiet: true }], button: { title: button, url: link } };
}

export function helpCard(language: Language, link: string): Card {
  const { title, talk, help, rest, button } = texts[language].help;
  return { title, lines: [{ text: talk }, { text: help }, { text: rest, quiet: true }], button: { title: button, url: link } };
}
