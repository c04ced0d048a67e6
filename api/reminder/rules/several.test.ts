import { describe, expect, it } from 'vitest';
import { accessNotices } from './access.ts';
import { cycleNotice } from './cycle-due.ts';
import { proposalKey } from './proposal.ts';
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
  const row = (kind: string, key: string) => ({ row: { kind, key } });
  const all = [
    row('signature-due', 't1:signature-due:3:anna'),
    row('signature-due', 't1:signature-due:10:anna'),
    row('signature-due', 't2:signature-due:3:anna'),
    row('agreement-due', 't1:agreement-due:a:2027-03-01:7:anna'),
  ];
  expect(eachOnce(all)).toEqual([all[0], all[2], all[3]]);
  expect(eachOnce([])).toEqual([]);
});

it('would keep apart cycles, goals and access requests as well, if their kinds were joined: each by its own id, and a cycle that waits on two days once', () => {
  const waiting = (cycleId: string, day: string) => {
    const of = { cycleId, day, recipientId: 'hedda' };
    return { row: { kind: 'cycle-waiting', ...cycleNotice('cycle-waiting', of) } };
  };
  const soon = (cycleId: string) => ({
    row: { kind: 'cycle-soon', ...cycleNotice('cycle-soon', { cycleId, day: '', recipientId: 'hedda' }) },
  });
  const goal = (goalId: string) => ({ row: { kind: 'goal-proposed', key: proposalKey(goalId) } });
  const request = (requestId: string) => {
    const notices = accessNotices({ requestId, employeeId: 'anna', isOpened: true, holderIds: [] });
    return notices.map((row) => ({ row }));
  };
  const all = [soon('c1'), soon('c2'), waiting('c1', '2027-01-12'), goal('g1'), goal('g2'), ...request('r1'), ...request('r2')];
  expect(eachOnce([...all, waiting('c1', '2027-01-13')])).toEqual(all);
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
