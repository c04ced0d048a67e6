import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaversDue } from '#api/people/leaving/rules.ts';
import { isSecret, openUntil, opensUntil } from './rules.ts';

const dayMs = 86_400_000;
const goneAt = new Date('2027-03-01T09:00:00Z');
const days = (count: number, ms = 0): Date => new Date(goneAt.getTime() + count * dayMs + ms);
const end = days(30);

describe('a link for after leaving', () => {
  it.each<[title: string, madeAt: Date, gone: Date | null, erasedAt: Date | null, now: Date, until: Date | null]>([
    ['opens nothing while its maker works here', days(-9), null, null, days(0), null],
    ['opens from the very moment', days(-9), goneAt, null, goneAt, end],
    ['opens nothing before it', days(-9), goneAt, null, days(0, -1), null],
    ['opens until the last moment of 30 days', days(-9), goneAt, null, days(30, -1), end],
    ['opens nothing from then on, though nothing may be erased yet', days(-9), goneAt, null, end, null],
    ['opens nothing years later, whatever a legal hold keeps', days(-9), goneAt, null, days(900), null],
    ['opens nothing of what is erased', days(-9), goneAt, days(2), days(3), null],
    ['opens nothing when it was not made before', days(0), goneAt, null, days(1), null],
    ['opens nothing when it was made afterwards, with a sign-in that lived on', days(0, 5000), goneAt, null, days(1), null],
    ['opens, however old it is', days(-900), goneAt, null, days(1), end],
  ])('%s', (_title, madeAt, gone, erasedAt, now, until) => expect(openUntil(madeAt, { goneAt: gone, erasedAt }, now)).toEqual(until));

  it('never opens what may be erased already, at whatever moment', () => {
    const at = fc.integer({ min: -100, max: 100 * 24 * 60 }).map((minutes) => days(0, minutes * 60_000));
    fc.assert(
      fc.property(at, (now) => {
        const directory = { gone: [{ personId: 'erik', goneAt }], here: 100, believedAt: null };
        const mayGo = leaversDue(directory, new Set(), now).length > 0;
        const until = openUntil(days(-1), { goneAt, erasedAt: null }, now);
        expect(until !== null && mayGo).toBe(false);
        if (until) expect(until).toEqual(opensUntil(goneAt));
      }),
    );
  });
});

describe('a secret', () => {
  it.each([
    ['A'.repeat(43), true],
    ['aZ09-_'.repeat(7) + 'x', true],
    ['A'.repeat(42), false],
    ['A'.repeat(44), false],
    ['A'.repeat(42) + '=', false],
    ['A'.repeat(42) + '\n', false],
    ['A'.repeat(42) + 'å', false],
    ['eyJ.eyJ.sig', false],
    ['', false],
  ])('%j: %s', (text, is) => expect(isSecret(text)).toBe(is));
});
