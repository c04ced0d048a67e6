import { describe, expect, it } from 'vitest';
import { eachOnce, severalPlace, severalWords } from './several.ts';

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

it('tells once what has come up twice of one talk, the first of them', () => {
  const row = (kind: string, talkId: string | null, key: string) => ({ row: { kind, talkId, key } });
  const all = [
    row('signature-due', 't1', '3'),
    row('signature-due', 't1', '10'),
    row('signature-due', 't2', '3'),
    row('agreement-due', 't1', 'a'),
  ];
  expect(eachOnce(all).map((one) => one.row.key)).toEqual(['3', '3', 'a']);
  expect(eachOnce([])).toEqual([]);
});
