import { describe, expect, it } from 'vitest';
import type { Wishes } from '../contract.ts';
import { blockedSpans } from './blocked-spans.ts';

const window = (from: string, to: string) => ({ start: new Date(from), end: new Date(to) });
const said = (wishes: Partial<Wishes>, from: string, to: string): string[] =>
  blockedSpans({ weekly: [], days: [], ...wishes }, 'Europe/Stockholm', window(from, to)).map(
    ({ start, end }) => `${start.toISOString().slice(0, 16)} ${end.toISOString().slice(0, 16)}`,
  );

describe('blocked time', () => {
  it('comes back every week, at the hours of the wall clock, over the night on which summer time begins', () => {
    const sunday = { kind: 'blocked', weekday: 7, from: 600, to: 720 } as const;
    expect(said({ weekly: [sunday] }, '2027-03-20T00:00:00Z', '2027-04-05T00:00:00Z')).toEqual([
      '2027-03-21T09:00 2027-03-21T11:00',
      '2027-03-28T08:00 2027-03-28T10:00',
      '2027-04-04T08:00 2027-04-04T10:00',
    ]);
  });

  it('is whole days, both included, and only what touches the window', () => {
    const days = [
      { from: '2027-02-08', to: '2027-02-09' },
      { from: '2027-03-28', to: '2027-03-28' },
      { from: '2026-01-01', to: '2026-01-02' },
    ];
    expect(said({ days }, '2027-02-01T00:00:00Z', '2027-04-01T00:00:00Z')).toEqual([
      '2027-02-07T23:00 2027-02-09T23:00',
      '2027-03-27T23:00 2027-03-28T22:00',
    ]);
  });

  it('is not what somebody prefers, and may last to midnight', () => {
    const preferred = { kind: 'preferred', weekday: 1, from: 600, to: 720 } as const;
    const late = { kind: 'blocked', weekday: 1, from: 1380, to: 1440 } as const;
    expect(said({ weekly: [preferred, late] }, '2027-02-01T00:00:00Z', '2027-02-02T12:00:00Z')).toEqual([
      '2027-02-01T22:00 2027-02-01T23:00',
    ]);
  });
});
