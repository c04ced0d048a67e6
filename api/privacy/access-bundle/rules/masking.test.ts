import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskerOf, type Named } from './masking.ts';

const somebody = (name: string, mail: string | null = null): Named => ({ name, mail, isSomebody: true });
const erik = somebody('Erik Storm', 'erik@samtal.example');
const maja = somebody('Maja Hallberg', 'maja@samtal.example');
const others = [
  ...['Anna-Karin Berg', 'Elin Vik', 'Erik Ek', 'Björn Åhrman', 'Klaus von Essen', 'David Okonjo-Lund', 'Jo'].map((name) => somebody(name)),
  { name: 'Samtal Mailbox', mail: 'samtal@samtal.example', isSomebody: false },
  { name: 'Lönnen', mail: null, isSomebody: false },
];
const mask = maskerOf(others, [erik, maja], { person: '[x]', address: '[@]' });

describe('masking', () => {
  it.each([
    ['a whole name', 'Vi talade om Elin Vik i dag.', 'Vi talade om [x] i dag.', 1],
    ['a first name', 'Elin är nöjd.', '[x] är nöjd.', 1],
    ['with a genitive', 'Elins plan, Elin Viks plan, Elin’s plan', '[x]s plan, [x]s plan, [x]’s plan', 3],
    ['half of a double name', 'Anna och Karin; Anna-Karin; Lund', '[x] och [x]; [x]; [x]', 4],
    ['a whole name however it is written', 'elin vik och ELIN VIK', '[x] och [x]', 2],
    ['names beside each other', 'Björn Elin kom', '[x] kom', 2],
    ['a word that is a name too, in small letters', 'en björn i vik', 'en björn i vik', 0],
    ['a word with a name in it', 'Elinor och Bergström', 'Elinor och Bergström', 0],
    ['the employee and the author', 'Erik Storm, Erik, Maja Hallberg', 'Erik Storm, Erik, Maja Hallberg', 0],
    ['somebody with the employee’s first name', 'Erik Ek sade till Erik', '[x] sade till Erik', 1],
    ['what is no name of anybody', 'Von vem? Samtal med alla i Lönnen. Samtal Mailbox', 'Von vem? Samtal med alla i Lönnen. [x]', 1],
    ['over a line’s end', 'Björn\nÅhrman', '[x]', 1],
    ['addresses', 'Skriv till elin.vik@samtal.example eller erik@samtal.example.', 'Skriv till [@] eller erik@samtal.example.', 1],
    ['anybody’s address', 'a+b@example.org, ERIK@samtal.example', '[@], ERIK@samtal.example', 1],
    ['letters put together in another way', 'Bjo\u0308rn kom', '[x] kom', 1],
    ['nothing', '', '', 0],
    ['half of a letter', 'a\ud800b Elin', 'a\ud800b [x]', 1],
  ])('%s', (_what, text, expected, masked) => expect(mask(text)).toEqual({ text: expected, masked }));

  it('leaves no whole name and no address of others, and every word that names nobody, wherever they stand', () => {
    const words = ['målet', 'nästa', 'Nu', 'Erik', 'Storm', 'Maja Hallberg', 'erik@samtal.example', 'åker.'];
    const named = ['Elin Vik', 'Björn Åhrmans', 'David Okonjo-Lund', 'elin@samtal.example', 'Anna-Karin'];
    const gaps = fc.constantFrom(' ', '\n', ', ', '. ');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...words, ...named), gaps)), (parts) => {
        const { text } = mask(parts.flat().join(''));
        for (const name of ['Elin', 'Vik', 'Björn', 'Åhrman', 'Okonjo', 'Lund', 'elin@', 'Anna', 'Karin']) expect(text).not.toContain(name);
        const left = (word: string): number => parts.filter(([one]) => one === word).length;
        for (const word of words.filter((one) => !['Erik', 'Storm'].includes(one))) expect(text.split(word).length - 1).toBe(left(word));
        expect(mask(text)).toEqual({ text, masked: 0 });
      }),
    );
  });

  it('is as quick on a hundred thousand letters of any kind as on a page', () => {
    const begun = performance.now();
    for (const piece of ['a', 'A-', 'a@', 'Elin ', '@a.', ' ']) mask(piece.repeat(100_000 / piece.length));
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
