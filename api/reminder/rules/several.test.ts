import { describe, expect, it } from 'vitest';
import { severalPlace, severalWords } from './several.ts';

describe('many told as one', () => {
  it.each(['sv', 'en'] as const)('says how many, in %s', (language) => {
    const words = severalWords(7, language);
    for (const text of [words.preview, words.subject, words.lead]) expect(text).toContain('7');
    expect(words.preview.length).toBeLessThanOrEqual(150);
  });

  it('leads to the team only when all of it is there', () => {
    expect(severalPlace([true, true])).toBe('team');
    expect(severalPlace([true, false])).toBe('my-talk');
  });
});
