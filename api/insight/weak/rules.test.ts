/** Signs of a talk worth a second look, and what HR is told of them: tables of facts. */
import { describe, expect, it } from 'vitest';
import { atLeast, signsOf, type HeldFacts } from './rules.ts';

const at = (clock: string): Date => new Date(`2026-12-01T${clock}:00Z`);
const good: HeldFacts = {
  startedAt: at('10:00'),
  finishedAt: at('10:55'),
  end: at('11:00'),
  lengthMinutes: 60,
  signatures: 2,
  agreements: 1,
  told: false,
};
const days = (count: number): Date => new Date(at('10:55').getTime() + count * 24 * 60 * 60_000);

describe('a talk that was held', () => {
  it.each<[string, Partial<HeldFacts>, Date, string[]]>([
    ['with agreements, its full time and both signatures shows nothing', {}, days(30), []],
    ['without agreements shows it', { agreements: 0 }, days(0), ['no-agreements']],
    ['for less than half the time shows it', { finishedAt: at('10:29') }, days(0), ['short']],
    ['for half the time does not', { finishedAt: at('10:30') }, days(0), []],
    ['and entered afterwards is not short', { startedAt: at('15:00'), finishedAt: at('15:02') }, days(0), []],
    ['without a time is not short', { end: null, finishedAt: at('10:01') }, days(0), []],
    ['and signed by one is waited for, for two weeks', { signatures: 1 }, new Date(days(14).getTime() - 1), []],
    ['and no longer', { signatures: 1 }, days(14), ['unsigned']],
    ['whose employee wants it known shows it first', { told: true, agreements: 0 }, days(0), ['not-heard', 'no-agreements']],
    ['not, shows nothing', { startedAt: null, finishedAt: null, agreements: 0 }, days(30), []],
    ['and goes on, shows nothing', { finishedAt: null, agreements: 0 }, days(30), []],
  ])('%s', (_what, facts, now, signs) => expect(signsOf({ ...good, ...facts }, now)).toEqual(signs));
});

describe('HR is told', () => {
  it.each([
    [4, 40, null],
    [5, 40, 5],
    [9, 40, 5],
    [10, 40, 10],
    [36, 40, null],
    [35, 40, 35],
    [0, 40, null],
    [40, 40, null],
  ])('of %i talks out of %i: %s', (talks, held, told) => expect(atLeast(talks, held)).toBe(told));
});
