/** The card that reminds of a preparation: who, when, one button. Never a word of what was written (requirements, P3). */
import type { Language } from '#api/people/contract.ts';
import type { Card } from '#bot/talk/card.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';

const texts = { sv, en };

export type PreparationDue = { managerName: string; when: string; link: string; language: Language };

export function preparationDueCard({ managerName, when, link, language }: PreparationDue): Card {
  const { title, lead, waiting, button } = texts[language];
  return { title, lines: [{ text: lead(managerName, when) }, { text: waiting }], button: { title: button, url: link } };
}
