/** Many reminders of one person told as one: how many, and where they all are. Pure. */
import type { Language } from '#api/people/contract.ts';
import { deepLink } from './deep-link.ts';
import { agreementOf } from './slots.ts';
import type { Words } from './words.ts';

/** All texts of one notification for so many. */
export function severalWords(count: number, language: Language): Words {
  return { ...texts[language](count), when: '' };
}

type Said = { to: { language: Language }; words: Words; link: string; place: string; isManager: boolean };

/** What is said of all of these to their one person: of a single one what it says itself, of more how many they are. */
export function saidAsOne([first, ...more]: [Said, ...Said[]], teamsAppId: string): Pick<Said, 'words' | 'link' | 'place'> {
  if (more.length === 0) return first;
  const all = [first, ...more];
  const place = severalPlace(all.map(({ isManager }) => isManager));
  return { words: severalWords(all.length, first.to.language), link: deepLink(teamsAppId, place), place };
}

/**
 * What has come up twice while the person was away or could not be reached is told once: the first of each kind about each talk, or about whatever else a
 * kind is about. Holds for any kind, whether it is joined with others today or not (`joinReminders` says which are). Every key begins with the id of what it
 * is about and a colon; what follows says which occasion it is.
 */
export function eachOnce<T extends { row: { kind: string; key: string } }>(all: T[]): T[] {
  const about = ({ row: { kind, key } }: T): string => `${kind}/${key.slice(0, key.indexOf(':'))}`;
  return all.filter((one, at) => all.findIndex((other) => about(other) === about(one)) === at);
}

/**
 * What the card of a reminder is about, where `all` have come up as that one. Two agreements of a talk are told in one sentence: a card that showed one
 * of them would say nothing of the other, so it only leads to both.
 */
export function aboutOf(
  all: readonly { kind: string; key: string; talkId: string | null }[],
): { talkId: string; agreementId?: string; checkIn?: true } | null {
  const [first] = all;
  const agreements = new Set(all.map((row) => agreementOf(row).agreementId));
  if (first === undefined || first.talkId === null || agreements.size > 1) return null;
  return { talkId: first.talkId, ...agreementOf(first), ...(first.kind.startsWith('check-in-') ? { checkIn: true } : {}) };
}

/** My team when all of them are of the manager's talks, My talk otherwise. */
export const severalPlace = (asManager: boolean[]): string => (asManager.every(Boolean) ? 'team' : 'my-talk');

const texts: Record<Language, (count: number) => Omit<Words, 'when'>> = {
  sv: (count) => ({
    topic: 'Att göra i Samtal',
    preview: `${count} saker väntar på dig inför och efter dina samtal`,
    subject: `${count} saker väntar på dig i Samtal`,
    lead: `${count} saker väntar på dig inför och efter dina samtal. Öppna Samtal så ser du vad som kommer först.`,
    action: 'Se vad som väntar',
    why: 'Du får det här i ett stycke i stället för som flera påminnelser samma dag.',
  }),
  en: (count) => ({
    topic: 'To do in Samtal',
    preview: `${count} things are waiting for you before and after your talks`,
    subject: `${count} things are waiting for you in Samtal`,
    lead: `${count} things are waiting for you before and after your talks. Open Samtal to see what comes first.`,
    action: 'See what is waiting',
    why: 'You get this once instead of as several reminders on the same day.',
  }),
};
