/** What HR is told about a recurring cycle, in the recipient's language: which day, one action. Not even the cycle's name (P3). */
import type { Language } from '#api/people/contract.ts';
import type { CycleKind } from '../contract.ts';
import { sayDate } from './dates.ts';
import type { Words } from './words.ts';

/** The day of the start as the person says it: "tisdag 12 januari 2027". */
export const dayOf = (start: Date, timeZone: string, language: Language): string => sayDate(start, 'day-and-year', { timeZone, language });

/** All texts of one notification. */
export function cycleWordsFor(kind: CycleKind, facts: { start: Date; timeZone: string; language: Language }): Words {
  const when = dayOf(facts.start, facts.timeZone, facts.language);
  return { when, ...texts[facts.language](when)[kind] };
}

/** Where the action leads: the preview. */
export const cyclePlace = (cycleId: string): string => `hr/cycles/${cycleId}`;

const texts: Record<Language, (when: string) => Record<CycleKind, Omit<Words, 'when'>>> = {
  sv: (when) => {
    const why = 'Du får det här för att du arbetar med samtalsomgångar i Samtal.';
    return {
      'cycle-soon': {
        topic: 'Samtalsomgång',
        preview: `En samtalsomgång startar av sig själv ${when}`,
        subject: `En samtalsomgång startar ${when}`,
        lead: `En återkommande samtalsomgång startar av sig själv ${when}. Se vilka som är med och när. Du kan ändra den, hoppa över den eller låta den vara.`,
        action: 'Titta på omgången',
        why,
      },
      'cycle-waiting': {
        topic: 'Omgången väntar på dig',
        preview: `Samtalsomgången som skulle starta ${when} väntar på ett beslut`,
        subject: 'En samtalsomgång har inte startat och väntar på dig',
        lead: `Samtalsomgången som skulle starta ${when} har inte startat. Något behöver bestämmas först. Ingen har bjudits in.`,
        action: 'Se vad som behövs',
        why,
      },
    };
  },
  en: (when) => {
    const why = 'You get this because you work with talk cycles in Samtal.';
    return {
      'cycle-soon': {
        topic: 'Talk cycle',
        preview: `A talk cycle starts by itself on ${when}`,
        subject: `A talk cycle starts on ${when}`,
        lead: `A recurring cycle of talks starts by itself on ${when}. See who is in it and when. You can change it, skip it or leave it as it is.`,
        action: 'Look at the cycle',
        why,
      },
      'cycle-waiting': {
        topic: 'The cycle waits for you',
        preview: `The talk cycle that should start on ${when} waits for a decision`,
        subject: 'A talk cycle has not started and waits for you',
        lead: `The talk cycle that should start on ${when} has not started. Something must be decided first. Nobody has been invited.`,
        action: 'See what is needed',
        why,
      },
    };
  },
};
