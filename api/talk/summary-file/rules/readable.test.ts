import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readable } from './readable.ts';

it.each([
  ['Å ä ö, Привет, 你好, 👩🏽‍🔬', 'Å ä ö, Привет, 你好, 👩🏽‍🔬'],
  ['half a pair \uD83D and \uDE00', 'half a pair \uFFFD and \uFFFD'],
  ['one\r\ntwo\rthree\u2028four\u0085five', 'one\ntwo\nthree\nfour\nfive'],
  ['a\tb', 'a b'],
  ['\0a\u0001b\u001Fc\u007F\uFFFE\uFFFF', 'abc'],
  ['pays \u202E000 1 SEK\u202C more \u2066x\u2069', 'pays 000 1 SEK more x'],
])('%j', (text, expected) => expect(readable(text)).toBe(expected));

it('leaves only what an XML file may hold, and changes nothing twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), fc.string(), (units, tame) => {
      const text = readable(String.fromCharCode(...units) + tame);
      // XML 1.0, production 2 (Char), where a line break is the only control left; a loop over the text gives pairs, and half a pair as it is.
      const wrong = [...text].filter((sign) => (sign < ' ' && sign !== '\n') || /^[\uD800-\uDFFF\uFFFE\uFFFF]$/.test(sign));
      expect(wrong).toEqual([]);
      expect(readable(text)).toBe(text);
    }),
  );
});
