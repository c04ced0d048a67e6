/** Which check-in is open, which day comes next and whose word counts; and that no order of answers, changes and ways back leaves the two with nonsense. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInTextLimit, weeksOffered, type Weeks } from './contract.ts';
import { choose, dayAfter, lastDay, mayAnswer, nextDay, openDay, toldOf, weeksSaid, type AnswerFacts } from './rules.ts';

type Side = AnswerFacts['side'];
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const said = (day: string, side: Side, next: string | null, at: string, weeks: Weeks = next === null ? 0 : 4): AnswerFacts => ({
  ...{ day, side },
  chosen: { weeks, day: next, at: noon(at) },
});
const april = '2027-04-12';
const may = '2027-05-10';

describe('the check-in that is open', () => {
  it.each<[string, string | null, AnswerFacts[], string, string | null]>([
    ['none when none was set', null, [], '2027-04-01', null],
    ['none before its time', april, [], '2027-04-09', null],
    ['the one that is near, for whoever is ahead in time', april, [], '2027-04-10', april],
    ['the one that is late, however late', april, [], '2028-04-01', april],
    ['the one that was answered, to be changed', april, [said(april, 'employee', may, april)], '2027-04-20', april],
    ['the next one once that is near', april, [said(april, 'employee', may, april)], '2027-05-08', may],
    ['the last one when no other is to come', april, [said(april, 'employee', null, april)], '2027-12-01', april],
  ])('%s', (_title, first, answers, today, open) => expect(openDay(first, answers, noon(today))).toBe(open));

  it('opens before the first reminder of it goes out anywhere', () => {
    // Two days before, at the earliest hour there is, where the day begins first (UTC+14).
    expect(openDay(april, [], new Date('2027-04-09T12:00:01Z'))).toBe(april);
    expect(new Date('2027-04-10T00:00:00+14:00') < new Date('2027-04-09T12:00:01Z')).toBe(true);
    expect(new Date('2027-04-10T07:30:00+14:00') > new Date('2027-04-09T12:00:01Z')).toBe(true);
  });
});

describe('the day of the next one', () => {
  it.each<[string, AnswerFacts[], string | null]>([
    ['as set in the talk', [], april],
    ['as the only answer says', [said(april, 'employee', may, april)], may],
    ['none when that was said', [said(april, 'employee', null, april)], null],
    ['as whoever chose last says', [said(april, 'employee', may, april), said(april, 'manager', null, '2027-04-13')], null],
    ['as the newest check-in says', [said(may, 'manager', null, may), said(april, 'employee', may, '2027-06-01')], null],
  ])('%s', (_title, answers, next) => expect(nextDay(april, answers)).toBe(next));

  it.each<[string, Weeks, string | null]>([
    ['2027-04-12', 4, '2027-05-10'],
    ['2027-04-10', 4, '2027-05-10'],
    ['2027-04-11', 8, '2027-06-07'],
    ['2027-04-12', 0, null],
  ])('from %s in %i weeks it is %s: never a weekend', (today, weeks, day) => expect(dayAfter(today, weeks)).toBe(day));

  it('does not move when somebody says again what holds, or the other says the same', () => {
    const answers = [said(april, 'employee', may, april)];
    const later = noon('2027-04-15');
    expect(choose(answers, { day: april, side: 'employee' }, 4, '2027-04-15', later)).toBe(answers[0]?.chosen);
    expect(choose(answers, { day: april, side: 'manager' }, 4, '2027-04-15', later)).toEqual({ weeks: 4, day: may, at: later });
    expect(choose(answers, { day: april, side: 'manager' }, 8, '2027-04-15', later).day).toBe('2027-06-10');
  });
});

it('What is said of the next one is said by whoever chose last, whichever of the two, and in the open check-in alone', () => {
  const four = said(april, 'manager', may, april);
  const eight = said(april, 'employee', '2027-06-07', '2027-04-13', 8);
  for (const answers of [
    [four, eight],
    [eight, four],
  ])
    expect([weeksSaid(answers, april), nextDay(april, answers)]).toEqual([8, '2027-06-07']);
  expect([weeksSaid([four], april), weeksSaid([four], may), weeksSaid([], null)]).toEqual([4, null, null]);
});

type Press = { side: Side; weeks: Weeks | null; days: number };
const presses = fc.array(
  fc.record({
    side: fc.constantFrom<Side>('employee', 'manager'),
    // Null takes the answer back.
    weeks: fc.option(fc.constantFrom(...weeksOffered)),
    days: fc.integer({ min: 0, max: 40 }),
  }),
  { maxLength: 25 },
);

/** What the verbs do, without a store: each press goes to the check-in that is open. */
function pressed(given: readonly Press[]): { answers: AnswerFacts[]; now: Date } {
  let now = noon(april);
  let answers: AnswerFacts[] = [];
  for (const { side, weeks, days } of given) {
    now = new Date(now.getTime() + days * 86_400_000);
    const day = openDay(april, answers, now);
    if (day === null) continue;
    const others = answers.filter((one) => one.day !== day || one.side !== side);
    const chosen = weeks === null ? null : choose(answers, { day, side }, weeks, now.toISOString().slice(0, 10), now);
    answers = chosen ? [...others, { day, side, chosen }] : others;
  }
  return { answers, now };
}

it('However they answer, change and take back: each is in a check-in once, the next lies after the last, and nothing taken back is left', () => {
  fc.assert(
    fc.property(presses, (given) => {
      const { answers, now } = pressed(given);
      expect(new Set(answers.map(({ day, side }) => `${day} ${side}`)).size).toBe(answers.length);
      const [last, next] = [lastDay(answers), nextDay(april, answers)];
      if (last !== null && next !== null) expect(next > last).toBe(true);
      if (answers.length === 0) expect(next).toBe(april);
      const open = openDay(april, answers, now);
      expect([last, next]).toContain(open);
      // Taking everything of the last one back leaves what was before anybody answered it.
      const before = answers.filter(({ day }) => day !== last);
      if (last !== null) expect(nextDay(april, before)).toBe(last);
    }),
  );
});

describe('an answer', () => {
  it.each<[string, string | null, string | null, string | null]>([
    ['to the open one', april, null, null],
    ['with as many words as there is room for', april, 'x'.repeat(checkInTextLimit), null],
    ['with more', april, 'x'.repeat(checkInTextLimit + 1), 'check-in-text-too-long'],
    ['to another', may, null, 'check-in-closed'],
    ['to none', null, null, 'check-in-closed'],
  ])('%s', (_title, open, text, reason) => expect(mayAnswer(open, april, text)?.reason ?? null).toBe(reason));

  it('is told in overviews as the employee’s own word, else the manager’s, of the last check-in only', () => {
    const full = (day: string, side: Side) => ({ ...said(day, side, null, day), how: 'partly' as const, need: 'word' as const });
    expect(toldOf([])).toBeNull();
    expect(toldOf([full(april, 'manager'), full(april, 'employee')])?.side).toBe('employee');
    expect(toldOf([full(april, 'employee'), full(may, 'manager')])).toMatchObject({ side: 'manager', day: may });
  });
});
