import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutHalves } from './use-room.ts';

describe('half characters', () => {
  it.each([
    ['a\uD83Db', 'a\uFFFDb'],
    ['\uDE00', '\uFFFD'],
    ['\uDE00\uD83D', '\uFFFD\uFFFD'],
    ['👩‍🚀 שלום å', '👩‍🚀 שלום å'],
  ])('%j becomes %j', (given, shown) => expect(withoutHalves(given)).toBe(shown));

  it('leave what both browsers show alike: the same length, and the same after a way over the wire', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const shown = withoutHalves(text);
        expect(shown).toHaveLength(text.length);
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(shown))).toBe(shown);
      }),
    );
  });
});
