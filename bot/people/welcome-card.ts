/** The two cards for somebody who is new to Samtal or wonders what the bot can do. Neither promises more than the bot does. */
import type { Language } from '#api/people/contract.ts';
import type { Card } from '#bot/talk/card.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

const texts = { sv, en };

/** @param first the card of a talk that is under way: then what it asks for is what to do first */
export function welcomeCard(language: Language, link: string, first: Card | null = null): Card {
  const { title, what, look, admin, button } = texts[language].welcome;
  if (first) return { ...first, title, lines: [{ text: what }, ...first.lines] };
  return { title, lines: [{ text: what }, { text: look }, { text: admin, quiet: true }], button: { title: button, url: link } };
}

export function helpCard(language: Language, link: string): Card {
  const { title, talk, prepare, team, help, rest, button } = texts[language].help;
  const lines = [talk, prepare, team, help].map((text) => ({ text }));
  return { title, lines: [...lines, { text: rest, quiet: true }], button: { title: button, url: link } };
}
