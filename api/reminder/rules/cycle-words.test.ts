import { describe, expect, it } from 'vitest';
import { cycleKinds } from '../contract.ts';
import { cyclePlace, cycleWordsFor, dayOf } from './cycle-words.ts';

const start = new Date('2027-01-12T07:00:00Z');
const languages = ['sv', 'en'] as const;
const wordsIn = (kind: (typeof cycleKinds)[number], language: 'sv' | 'en') =>
  cycleWordsFor(kind, { start, timeZone: 'Europe/Stockholm', language });

describe('what HR is told about a cycle', () => {
  it.each(cycleKinds)('%s is complete, names the day, and differs between the languages', (kind) => {
    const [sv, en] = languages.map((language) => wordsIn(kind, language));
    for (const part of ['topic', 'preview', 'subject', 'lead', 'action', 'why', 'when'] as const) {
      expect(sv?.[part].trim()).not.toBe('');
      expect(sv?.[part]).not.toBe(en?.[part]);
    }
    for (const words of [sv, en]) {
      expect([words?.lead.includes(words.when), words?.preview.includes(words.when)]).toEqual([true, true]);
      expect(words?.preview.length).toBeLessThanOrEqual(150);
    }
  });

  it('says the day as people say it, in their own zone', () => {
    expect(dayOf(start, 'Europe/Stockholm', 'sv')).toBe('tisdag 12 januari 2027');
    expect(dayOf(start, 'Pacific/Honolulu', 'en').replace(',', '')).toBe('Monday 11 January 2027');
  });

  it('leads to the preview', () => expect(cyclePlace('c-1')).toBe('hr/cycles/c-1'));
});
