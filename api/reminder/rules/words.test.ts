import { describe, expect, it } from 'vitest';
import { isAccessKind, kinds, type Kind } from '../contract.ts';
import { placeOf, whenOf, wordsFor, type Facts } from './words.ts';

const facts = (over: Partial<Facts> = {}): Facts => ({
  other: 'Bo Ek',
  start: new Date('2026-12-03T09:00:00Z'),
  timeZone: 'Europe/Stockholm',
  language: 'sv',
  ...over,
});
const languages = ['sv', 'en'] as const;
/** What has no time to keep. */
const dateless: Kind[] = [
  'signature-waiting',
  'signature-due',
  'answer-waiting',
  'talk-handed-over',
  'talk-closed',
  'talk-taken-over',
  'choice-waiting',
  'preparation-soon',
  'agreement-due',
  'needs-attention',
  'goal-proposed',
  'access-asked',
  'access-opened',
  'talk-opened',
];

describe('when, as the person says it', () => {
  it.each([
    ['in Swedish', {}, 'torsdag 3 december 10:00'],
    ['in English', { language: 'en' as const }, 'Thursday 3 December 10:00'],
    ['in summer', { start: new Date('2026-06-03T09:00:00Z') }, 'onsdag 3 juni 11:00'],
    ['in another zone', { timeZone: 'America/New_York' }, 'torsdag 3 december 04:00'],
    ['where it is another day', { timeZone: 'Pacific/Auckland' }, 'torsdag 3 december 22:00'],
    ['of what has a day and no time', { start: '2026-12-03', timeZone: 'Pacific/Apia' }, 'torsdag 3 december'],
    ['after midnight there', { start: new Date('2026-12-03T23:30:00Z') }, 'fredag 4 december 00:30'],
  ])('%s', (_how, over, expected) => {
    // English puts a comma after the weekday in some versions of the language data.
    expect(whenOf(facts(over)).replace(',', '')).toBe(expected);
  });
});

describe('what a notification says', () => {
  const all = kinds.flatMap((kind) => languages.map((language) => ({ kind, language, words: wordsFor(kind, facts({ language })) })));

  it.each(all)('$kind in $language is complete', ({ words }) => {
    for (const text of Object.values(words)) expect(text.trim()).not.toBe('');
  });

  it('differs between the languages in every text', () => {
    for (const kind of kinds) {
      const [sv, en] = languages.map((language) => wordsFor(kind, facts({ language })));
      for (const part of ['topic', 'preview', 'subject', 'lead', 'action', 'why', 'when'] as const)
        expect([kind, part, sv?.[part]]).not.toEqual([kind, part, en?.[part]]);
    }
  });

  it('of a talk that is near never says tomorrow: before a Monday it comes on the day itself', () => {
    for (const { words } of all.filter(({ kind }) => kind === 'talk-tomorrow'))
      expect(Object.values(words).join(' ')).not.toMatch(/tomorrow|i morgon/i);
  });

  it('names the other and the time where there is one to keep', () => {
    for (const { kind, words } of all) {
      // Of an access request nobody is named: it is nobody's who looks over a shoulder.
      if (isAccessKind(kind)) expect(Object.values(words).join()).not.toContain('Bo Ek');
      else if (kind !== 'preparation-soon') expect(words.lead).toContain('Bo Ek');
      if (dateless.includes(kind)) continue;
      expect([words.lead.includes(words.when), words.subject.includes(words.when)]).toEqual([true, true]);
    }
  });

  it('fits where it is shown: the feed shows 150 characters, a subject is one line', () => {
    for (const { words } of kinds.flatMap((kind) =>
      languages.map((language) => ({ words: wordsFor(kind, facts({ language, other: 'N'.repeat(60) })) })),
    )) {
      expect(words.preview.length).toBeLessThanOrEqual(150);
      expect(words.subject).not.toMatch(/[\r\n]/);
    }
  });
});

describe('where it leads', () => {
  it.each([
    ['talk-booked', 'talks/t1/prepare'],
    ['preparation-due', 'talks/t1/prepare'],
    ['signature-waiting', 'talks/t1/sign'],
    ['preparation-soon', 'talks/t1/prepare'],
    ['other-released', 'talks/t1/prepare'],
    ['signature-due', 'talks/t1/sign'],
    ['answer-waiting', 'talks/t1/sign'],
    ['talk-tomorrow', 'talks/t1'],
    ['talk-taken-over', 'talks/t1'],
    ['check-in-due', 'talks/t1'],
    ['check-in-answered', 'talks/t1'],
    ['needs-attention', 'talks/t1'],
    ['talk-moved', 'talks/t1'],
    ['time-objected', 'talks/t1'],
    ['move-refused', 'talks/t1'],
    ['goal-proposed', 'goals'],
    ['access-asked', 'my-data'],
    ['access-opened', 'my-data'],
    ['talk-opened', 'my-data'],
  ] as const)('%s: %s', (kind, place) => expect(placeOf(kind, 't1')).toBe(place));
});
