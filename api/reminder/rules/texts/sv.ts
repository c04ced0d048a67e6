/** Svenska texter i notiser, kort och mejl: vad, när, en sak att göra. */
import type { AccessKind, ClockKind, NewsKind } from '../../contract.ts';
import { access } from './access-sv.ts';
import type { AfterKind, HrKind, Part, Texts } from './shape.ts';

const why = 'Du får det här för att du har ett samtal inbokat i Samtal.';

const news = (other: string, when: string): Part<Exclude<NewsKind, HrKind | AccessKind>> => ({
  'talk-booked': {
    topic: 'Utvecklingssamtal',
    preview: `Ditt samtal med ${other}: ${when}`,
    subject: `Ditt samtal är inbokat ${when}`,
    lead: `Du och ${other} har ett utvecklingssamtal ${when}. Några frågor väntar på dig, så att ni båda kommer förberedda.`,
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
  'check-in-answered': {
    topic: 'Avstämning',
    preview: `${other} har svarat på er avstämning`,
    subject: `${other} har svarat på er avstämning ${when}`,
    lead: `${other} har svarat på er avstämning ${when}. I Samtal ser du svaret, och kan svara själv med tre tryck.`,
    action: 'Se svaret',
    why: 'Du får det här för att ni valde den dagen tillsammans.',
  },
  'talk-moved': {
    topic: 'Ny tid',
    preview: `${other} har flyttat ert samtal till ${when}`,
    subject: `Ert samtal är flyttat till ${when}`,
    lead: `${other} har flyttat ert utvecklingssamtal till ${when}. Passar det inte kan du säga det i Samtal, eller välja en annan tid där.`,
    action: 'Se den nya tiden',
    why,
  },
  'time-objected': {
    topic: 'Tiden passar inte',
    preview: `Tiden ${when} passar inte för ${other}`,
    subject: `Tiden ${when} passar inte för ${other}`,
    lead: `Ert samtal har flyttats till ${when}. Det passar inte för ${other}. Välj en annan tid, eller flytta tillbaka.`,
    action: 'Välj en annan tid',
    why,
  },
  'goal-proposed': {
    topic: 'Förslag',
    preview: `${other} föreslår ett mål för dig`,
    subject: `${other} föreslår ett mål för dig`,
    lead: `${other} föreslår ett mål för dig. Du bestämmer om det blir ditt: anta det som det är, ändra det eller tacka nej.`,
    action: 'Se förslaget',
    why: 'Du får det här för att din chef har föreslagit ett mål för dig i Samtal.',
  },
  'move-refused': {
    topic: 'Samtalet är kvar på sin tid',
    preview: `Den nya tiden hann bli upptagen. Ditt samtal med ${other} är kvar ${when}`,
    subject: `Ditt samtal är kvar ${when}`,
    lead: `Tiden du valde för samtalet med ${other} hann bli upptagen. Samtalet är kvar ${when}. Du kan välja en annan tid.`,
    action: 'Välj en annan tid',
    why,
  },
});

const clock = (other: string, when: string): Part<Exclude<ClockKind, AfterKind>> => ({
  'preparation-soon': {
    topic: 'Dags att förbereda dig',
    preview: 'Ditt samtal närmar sig. Frågorna väntar på dig.',
    subject: 'Dags att förbereda ditt samtal',
    lead: 'Ditt utvecklingssamtal närmar sig. Ta en lugn stund med frågorna redan nu. Det du skriver är ditt tills du delar det.',
    action: 'Börja förbereda',
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
  'other-released': {
    topic: 'Inför samtalet',
    preview: `${other} har förberett sig för ert samtal ${when}`,
    subject: `${other} har förberett sig för samtalet ${when}`,
    lead: `${other} har delat sin förberedelse inför ert samtal ${when}. Din är inte delad än.`,
    action: 'Förbered dig',
    why,
  },
  'talk-tomorrow': {
    topic: 'Snart dags för samtal',
    preview: `Snart: ditt samtal med ${other}, ${when}`,
    subject: `Snart: samtal ${when}`,
    lead: `Ditt utvecklingssamtal med ${other} är ${when}.`,
    action: 'Se samtalet',
    why,
  },
  'talk-now': {
    topic: 'Samtalet börjar snart',
    preview: `Om en kvart: ditt samtal med ${other}, ${when}`,
    subject: `Samtalet börjar snart, ${when}`,
    lead: `Ditt samtal med ${other} börjar ${when}. Dagordning och anteckningar finns i mötets sidopanel.`,
    action: 'Gå till samtalet',
    why,
  },
  'needs-attention': {
    topic: 'Samtalets tid',
    preview: `Samtalet med ${other} behöver ett beslut om tiden`,
    subject: `Samtalet med ${other} behöver ett beslut om tiden`,
    lead: `Något har hänt med tiden för samtalet med ${other} i kalendern. Samtal kan inte avgöra vad som ska gälla. Det kan du.`,
    action: 'Bestäm vad som gäller',
    why,
  },
});

/** What HR has changed. */
const byHr = (other: string, when: string): Part<HrKind> => ({
  'talk-replanned': {
    topic: 'Ny tid',
    preview: `Ditt samtal med ${other} har fått en ny tid: ${when}`,
    subject: `Ditt samtal har fått en ny tid: ${when}`,
    lead: `HR har planerat om samtalen. Ditt samtal med ${other} är nu ${when}. I Samtal ser du varför. Passar tiden inte kan du välja en annan där.`,
    action: 'Se den nya tiden',
    why,
  },
  'talk-handed-over': {
    topic: 'Överlämning',
    preview: `Samtalet med ${other} har lämnats över`,
    subject: `Samtalet med ${other} har lämnats över`,
    lead: `Ett utvecklingssamtal har gått över till en ny chef: samtalet med ${other}. Inget som skrevs inför det har följt med.`,
    action: 'Öppna Samtal',
    why: 'Du får det här för att samtalet är eller var ditt.',
  },
  'talk-closed': {
    topic: 'Samtalet är stängt',
    preview: `Samtalet som du hade börjat med ${other} är stängt`,
    subject: `Samtalet som du hade börjat med ${other} är stängt`,
    lead: `${other} har en annan chef nu. Därför är samtalet som ni två hade börjat stängt. Inget av det har gått vidare till den nya chefen. Dina egna anteckningar kan du läsa i 30 dagar till.`,
    action: 'Öppna Samtal',
    why: 'Du får det här för att samtalet var ditt.',
  },
  'talk-taken-over': {
    topic: 'Nu är du chefen i samtalet',
    preview: `Samtalet med ${other} är nu ditt att hålla`,
    subject: `Samtalet med ${other} är nu ditt att hålla`,
    lead: `Ett utvecklingssamtal är nu ditt: du möter ${other} som ny chef. Inget som skrevs tidigare har följt med till dig. Du börjar med en egen förberedelse.`,
    action: 'Se samtalet',
    why: 'Du får det här för att du nu är chefen i samtalet.',
  },
  'choice-waiting': {
    topic: 'Du väljer hur samtalet går vidare',
    preview: `${other} är din nya chef. Välj hur ditt samtal går vidare`,
    subject: 'Välj hur ditt samtal går vidare',
    lead: `${other} är din nya chef, och ditt samtal hade redan börjat med din tidigare chef. Du väljer om det går vidare eller om du börjar om med ${other}. I Samtal ser du vad som gäller nu, och vem som läser vad.`,
    action: 'Välj',
    why,
  },
});

const afterTalk = (other: string, when: string): Part<AfterKind> => ({
  'signature-due': {
    topic: 'Underskrift',
    preview: `Samtalet med ${other} väntar fortfarande på din underskrift`,
    subject: `Samtalet med ${other} väntar fortfarande på din underskrift`,
    lead: `Ni har genomfört samtalet, ${other} och du. Det blir klart när du har läst igenom och skrivit under.`,
    action: 'Läs och skriv under',
    why,
  },
  'agreement-due': {
    topic: 'Överenskommelse',
    preview: `Något du kom överens om med ${other} ska snart vara klart`,
    subject: `Något du kom överens om med ${other} ska snart vara klart`,
    lead: `Du och ${other} har kommit överens om något som ska vara klart inom en vecka. I Samtal ser du vad.`,
    action: 'Se överenskommelsen',
    why: 'Du får det här för att ni satte en dag för det i ert samtal.',
  },
  'check-in-due': {
    topic: 'Avstämning',
    preview: `Dags för avstämning med ${other}: ${when}`,
    subject: `Avstämning med ${other} ${when}`,
    lead: `Du och ${other} ville titta på era överenskommelser igen ${when}. Säg med tre tryck hur det går. Vad ni kom fram till ser du i Samtal.`,
    action: 'Svara i Samtal',
    why: 'Du får det här för att ni valde den dagen tillsammans.',
  },
});

export const sv: Texts = (other, when) => ({
  ...news(other, when),
  ...byHr(other, when),
  ...clock(other, when),
  ...afterTalk(other, when),
  ...access,
});
