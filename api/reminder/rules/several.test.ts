import { describe, expect, it } from 'vitest';
import { aboutOf, eachOnce, severalPlace, severalWords } from './several.ts';

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

it('is about the talk or the agreement that a press can be about; about none of two agreements that are told as one', () => {
  const row = (kind: string, mark: string, talkId: string | null = 't1') => ({ kind, talkId, key: `t1:${kind}:${mark}:anna` });
  const [week, day, other] = [
    row('agreement-due', 'a:2027-03-01:7'),
    row('agreement-due', 'a:2027-03-01:0'),
    row('agreement-due', 'b:2027-03-05:7'),
  ];
  expect(aboutOf([row('preparation-due', '2:x'), row('preparation-due', '0:x')])).toEqual({ talkId: 't1' });
  expect(aboutOf([week, day])).toEqual({ talkId: 't1', agreementId: 'a' });
  expect(aboutOf([row('check-in-due', '2027-03-01:0')])).toEqual({ talkId: 't1', checkIn: true });
  expect(aboutOf([row('check-in-answered', '2027-03-01')])).toEqual({ talkId: 't1', checkIn: true });
  expect(aboutOf([week, other])).toBeNull();
  expect(aboutOf([row('cycle-soon', 'x', null)])).toBeNull();
});
