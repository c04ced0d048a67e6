/** What a notification says, in the recipient's language: what, when, one action. Never anything that was written for the talk (P3). */
import type { Language } from '#api/people/contract.ts';
import type { Kind } from '../contract.ts';

/** `other` is the other party's name; `start` the talk's time. */
export type Facts = { other: string; start: Date; timeZone: string; language: Language };
export type Words = { topic: string; preview: string; subject: string; lead: string; action: string; why: string; when: string };

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** The day and time as the person says it, in their own time zone: "torsdag 3 december 10:00". */
export function whenOf({ start, timeZone, language }: Facts): string {
  const day = new Intl.DateTimeFormat(locales[language], { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(start);
  const time = new Intl.DateTimeFormat(locales[language], { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(start);
  return `${day} ${time}`;
}

/** All texts of one notification. */
export function wordsFor(kind: Kind, facts: Facts): Words {
  const when = whenOf(facts);
  return { when, ...texts[facts.language](facts.other, when)[kind] };
}

/** One text for the three of them: for the employee the other is the new manager, for both managers the employee. */
const handedOver: Record<Language, (other: string) => Omit<Words, 'when'>> = {
  sv: (other) => ({
    topic: 'Överlämning',
    preview: `Samtalet med ${other} har lämnats över`,
    subject: `Samtalet med ${other} har lämnats över`,
    lead: `HR har lämnat över ett utvecklingssamtal till en ny chef: samtalet med ${other}. Inget som skrevs inför det har följt med.`,
    action: 'Öppna Samtal',
    why: 'Du får det här för att samtalet är eller var ditt.',
  }),
  en: (other) => ({
    topic: 'Hand-over',
    preview: `The talk with ${other} has been handed over`,
    subject: `The talk with ${other} has been handed over`,
    lead: `HR has handed a development talk over to a new manager: the talk with ${other}. Nothing that was written for it has gone along.`,
    action: 'Open Samtal',
    why: 'You get this because the talk is or was yours.',
  }),
};

type Texts = (other: string, when: string) => Record<Kind, Omit<Words, 'when'>>;
const texts: Record<Language, Texts> = {
  sv: (other, when) => {
    const why = 'Du får det här för att du har ett samtal inbokat i Samtal.';
    return {
      'talk-booked': {
        topic: 'Utvecklingssamtal',
        preview: `Ditt samtal med ${other}: ${when}`,
        subject: `Ditt samtal är inbokat ${when}`,
        lead: `Du och ${other} har ett utvecklingssamtal ${when}. Några frågor väntar på dig, så att ni båda kommer förberedda.`,
        action: 'Förbered dig',
        why,
      },
      'preparation-due': {
        topic: 'Förberedelse',
        preview: `Snart dags: ditt samtal med ${other} ${when}`,
        subject: `Förbered dig för samtalet ${when}`,
        lead: `Ditt samtal med ${other} är ${when}. Din förberedelse är inte delad än.`,
        action: 'Förbered dig',
        why,
      },
      'signature-waiting': {
        topic: 'Underskrift',
        preview: `Ert samtal väntar på din underskrift`,
        subject: `Samtalet med ${other} väntar på din underskrift`,
        lead: `Samtalet med ${other} är genomfört. Läs igenom vad ni kom fram till och skriv under.`,
        action: 'Läs och skriv under',
        why,
      },
      'answer-waiting': {
        topic: 'Svar',
        preview: `${other} har skrivit något om ert samtal och väntar på dig`,
        subject: `${other} väntar på ditt svar om ert samtal`,
        lead: `${other} har skrivit något om det ni ska skriva under, eller föreslår en ändring. Läs det och svara i Samtal.`,
        action: 'Läs och svara',
        why,
      },
      'talk-moved': {
        topic: 'Ny tid',
        preview: `${other} har flyttat ert samtal till ${when}`,
        subject: `Ert samtal är flyttat till ${when}`,
        lead: `${other} har flyttat ert utvecklingssamtal till ${when}. Passar det inte kan du säga det i Samtal, eller välja en annan tid där.`,
        action: 'Se den nya tiden',
        why,
      },
      'talk-replanned': {
        topic: 'Ny tid',
        preview: `Ditt samtal med ${other} har fått en ny tid: ${when}`,
        subject: `Ditt samtal har fått en ny tid: ${when}`,
        lead: `HR har planerat om samtalen. Ditt samtal med ${other} är nu ${when}. I Samtal ser du varför. Passar tiden inte kan du välja en annan där.`,
        action: 'Se den nya tiden',
        why,
      },
      'talk-handed-over': handedOver.sv(other),
      'time-objected': {
        topic: 'Tiden passar inte',
        preview: `Tiden ${when} passar inte för ${other}`,
        subject: `Tiden ${when} passar inte för ${other}`,
        lead: `Ert samtal har flyttats till ${when}. Det passar inte för ${other}. Välj en annan tid, eller flytta tillbaka.`,
        action: 'Välj en annan tid',
        why,
      },
      'move-refused': {
        topic: 'Samtalet är kvar på sin tid',
        preview: `Den nya tiden hann bli upptagen. Ditt samtal med ${other} är kvar ${when}`,
        subject: `Ditt samtal är kvar ${when}`,
        lead: `Tiden du valde för samtalet med ${other} hann bli upptagen. Samtalet är kvar ${when}. Du kan välja en annan tid.`,
        action: 'Välj en annan tid',
        why,
      },
    };
  },
  en: (other, when) => {
    const why = 'You get this because you have a talk booked in Samtal.';
    return {
      'talk-booked': {
        topic: 'Development talk',
        preview: `Your talk with ${other}: ${when}`,
        subject: `Your talk is booked for ${when}`,
        lead: `You and ${other} have a development talk on ${when}. A few questions are waiting for you, so that you both come prepared.`,
        action: 'Prepare',
        why,
      },
      'preparation-due': {
        topic: 'Preparation',
        preview: `Coming up: your talk with ${other} on ${when}`,
        subject: `Prepare for your talk on ${when}`,
        lead: `Your talk with ${other} is on ${when}. Your preparation has not been released yet.`,
        action: 'Prepare',
        why,
      },
      'signature-waiting': {
        topic: 'Signature',
        preview: 'Your talk is waiting for your signature',
        subject: `Your talk with ${other} is waiting for your signature`,
        lead: `You have held your talk with ${other}. Read through what you arrived at, and sign.`,
        action: 'Read and sign',
        why,
      },
      'answer-waiting': {
        topic: 'Answer',
        preview: `${other} has written something about your talk and waits for you`,
        subject: `${other} is waiting for your answer about your talk`,
        lead: `${other} has written something about what you are to sign, or suggests a change. Read it and answer in Samtal.`,
        action: 'Read and answer',
        why,
      },
      'talk-moved': {
        topic: 'New time',
        preview: `${other} has moved your talk to ${when}`,
        subject: `Your talk has moved to ${when}`,
        lead: `${other} has moved your development talk to ${when}. If that does not suit you, you can say so in Samtal, or choose another time there.`,
        action: 'See the new time',
        why,
      },
      'talk-replanned': {
        topic: 'New time',
        preview: `Your talk with ${other} has a new time: ${when}`,
        subject: `Your talk has a new time: ${when}`,
        lead: `HR has planned the talks again. Your talk with ${other} is now on ${when}. Samtal shows you why. If the time does not suit you, choose another there.`,
        action: 'See the new time',
        why,
      },
      'talk-handed-over': handedOver.en(other),
      'time-objected': {
        topic: 'The time does not suit',
        preview: `${when} does not suit ${other}`,
        subject: `${when} does not suit ${other}`,
        lead: `Your talk has moved to ${when}. That does not suit ${other}. Choose another time, or move it back.`,
        action: 'Choose another time',
        why,
      },
      'move-refused': {
        topic: 'Your talk stays where it was',
        preview: `The new time was taken. Your talk with ${other} stays on ${when}`,
        subject: `Your talk stays on ${when}`,
        lead: `The time you chose for your talk with ${other} was taken before it could be booked. The talk stays on ${when}. You can choose another time.`,
        action: 'Choose another time',
        why,
      },
    };
  },
};

/** Where the action of each kind leads, as a place of the tab. */
export function placeOf(kind: Kind, talkId: string): string {
  if (kind === 'signature-waiting' || kind === 'answer-waiting') return `talks/${talkId}/sign`;
  return kind === 'talk-booked' || kind === 'preparation-due' ? `talks/${talkId}/prepare` : `talks/${talkId}`;
}

/** The mail's HTML: readable without pictures, one link. */
export function mailHtml(words: Words, link: string): string {
  return `<p>${escape(words.lead)}</p><p><a href="${escape(link)}">${escape(words.action)}</a></p><p style="font-size:smaller">${escape(words.why)}</p>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
