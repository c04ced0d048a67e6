import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closesAt, hasEnded, isTooNear, lapsesAt, readsReason, refusesAnswer, statusOf, type RequestFacts } from './rules.ts';
import type { RequestStatus } from './contract.ts';

const hourMs = 3_600_000;
const asked = new Date('2026-11-26T09:00:00Z');
const later = (hours: number, ms = 0): Date => new Date(asked.getTime() + hours * hourMs + ms);
const waiting: RequestFacts = { askedBy: 'sofia', askedAt: asked, answer: null, answeredAt: null, copiedAt: null };
const approved: RequestFacts = { ...waiting, answer: 'approved', answeredAt: later(2) };
const there: RequestFacts = { ...approved, copiedAt: later(2, 800) };
const declined: RequestFacts = { ...waiting, answer: 'declined', answeredAt: later(2) };

describe('who is too near', () => {
  const erik = { employeeId: 'erik', holderIds: ['maja', 'henrik'] };

  it.each([
    ['the employee', 'erik', 'maja', true],
    ['who holds a talk with them', 'maja', 'vera', true],
    ['who held one', 'henrik', 'vera', true],
    ['who reports to the employee', 'nils', 'erik', true],
    ['a colleague under the same manager', 'elin', 'maja', true],
    ['who reports to a manager of before', 'hedda', 'henrik', true],
    ['the manager’s manager', 'vera', null, false],
    ['somebody else', 'sofia', 'karin', false],
  ])('%s', (_who, personId, managerId, expected) => expect(isTooNear({ personId, managerId }, erik)).toBe(expected));
});

describe('where a request stands', () => {
  it.each<[string, RequestFacts, Date, RequestStatus]>([
    ['asked for', waiting, asked, 'waiting'],
    ['14 days less a moment later', waiting, later(14 * 24, -1), 'waiting'],
    ['14 days later', waiting, later(14 * 24), 'lapsed'],
    ['declined', declined, later(2), 'declined'],
    ['declined, long ago', declined, later(9999), 'declined'],
    ['approved', approved, later(2), 'preparing'],
    ['put together', there, later(3), 'open'],
    ['72 hours after it was approved, less a moment', there, later(74, -1), 'open'],
    ['72 hours after it was approved', there, later(74), 'closed'],
    ['never put together', approved, later(74), 'closed'],
  ])('%s', (_what, facts, now, expected) => expect(statusOf(facts, now)).toBe(expected));

  it('is open for 72 hours at most, and never again once it has ended', () => {
    const hours = fc.double({ min: 0, max: 20 * 24, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(waiting, approved, there, declined), hours, hours, (facts, one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)].map((hour) => later(hour)) as [Date, Date];
        if (hasEnded(statusOf(facts, first))) expect(hasEnded(statusOf(facts, second))).toBe(true);
        if (statusOf(facts, first) === 'open') expect(first.getTime() - later(2).getTime()).toBeLessThan(72 * hourMs);
      }),
    );
    expect([lapsesAt(waiting), closesAt(waiting), closesAt(declined), closesAt(approved)]).toEqual([later(336), null, null, later(74)]);
  });
});

describe('who may answer what', () => {
  it.each([
    ['another approves', waiting, 'karin', 'approved', later(1), null],
    ['another declines', waiting, 'karin', 'declined', later(1), null],
    ['who has asked approves', waiting, 'sofia', 'approved', later(1), 'needs-another-officer'],
    ['who has asked takes it back', waiting, 'sofia', 'declined', later(1), null],
    ['it has lapsed', waiting, 'karin', 'approved', later(336), 'request-answered'],
    ['it was approved', approved, 'karin', 'declined', later(3), 'request-answered'],
    ['it was declined', declined, 'karin', 'approved', later(3), 'request-answered'],
  ] as const)('%s', (_what, facts, personId, answer, now, expected) =>
    expect(refusesAnswer(facts, { personId, answer }, now)).toBe(expected),
  );
});

it('Why is read by every officer while it waits, then by the two, and by nobody once it has ended', () => {
  const readers = (facts: RequestFacts, answeredBy: string | null, now: Date): string[] =>
    ['sofia', 'karin', 'pernilla'].filter((who) => readsReason({ ...facts, answeredBy }, who, now));
  expect(readers(waiting, null, later(1))).toEqual(['sofia', 'karin', 'pernilla']);
  expect(readers(there, 'karin', later(3))).toEqual(['sofia', 'karin']);
  expect([readers(there, 'karin', later(74)), readers(declined, 'karin', later(3)), readers(waiting, null, later(336))]).toEqual([
    [],
    [],
    [],
  ]);
});
