/** Vad boten säger om en avstämning: dagen, tre frågor och de val som finns. Aldrig något som någon har skrivit. */
import type { How, Need } from '#api/checkin/answer/contract.ts';

export const sv = {
  title: 'Avstämning',
  lead: (other: string, when: string) => `Du och ${other} ville titta på era överenskommelser igen ${when}.`,
  none: 'Just nu finns ingen avstämning att svara på.',
  next: (when: string) => `Nästa avstämning: ${when}.`,
  noNext: 'Ingen mer avstämning är bestämd.',
  notSigned: 'Samtalet är inte underskrivet än. Läs igenom och skriv under, sedan kan du svara här.',
  closed: 'Du har en ny chef, så den här avstämningen är avslutad. Det som har sagts finns kvar i Samtal.',
  askHow: '1 av 3: Hur går det med det ni kom överens om?',
  askNeed: (other: string) => `2 av 3: Behöver du något av ${other}?`,
  askNext: '3 av 3: Ska ni ha en avstämning till?',
  how: { 'on-track': 'På god väg', partly: 'En bit på väg', stuck: 'Har kört fast' } satisfies Record<How, string>,
  need: { nothing: 'Nej, inget just nu', word: 'Ja, några ord', talk: 'Ja, ett samtal' } satisfies Record<Need, string>,
  weeks: (count: number) => `Om ${count} veckor`,
  noMore: 'Nej, ingen mer',
  saidHow: (how: string) => `Så går det: ${how}.`,
  saidNeed: (other: string, need: string) => `Behöver du något av ${other}? ${need}.`,
  theirs: (name: string, how: string, needs: string) => `${name} har svarat: ${how}, och ${needs}.`,
  /** Vad den andra behöver av läsaren. */
  needs: {
    nothing: 'behöver inget av dig just nu',
    word: 'behöver några ord med dig',
    talk: 'behöver ett samtal med dig',
  } satisfies Record<Need, string>,
  thanks: (other: string) => `Tack! ${other} kan se ditt svar.`,
  thanksChanged: 'Tack! Ditt svar är ändrat.',
  withdrawn: (other: string) => `Du har tagit tillbaka ditt svar. ${other} ser det inte längre.`,
  change: 'Ändra mitt svar',
  withdraw: 'Ta tillbaka mitt svar',
  again: 'Börja om',
  button: 'Öppna i Samtal',
};
