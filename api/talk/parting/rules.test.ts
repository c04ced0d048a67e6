/** Who may be asked, what may be chosen, and whose the talk is afterwards, when an employee gets a new manager in the middle of it. */
import { describe, expect, it } from 'vitest';
import { choicesOf, finishUntil, isLeftUnsigned, keeperOf, lastDayOf, mayChoose, mayPart, type Parting } from './rules.ts';

const at = new Date('2027-02-15T08:00:00Z');
const after = (seconds: number): Date => new Date(at.getTime() + seconds * 1000);
const parting: Parting = { to: 'henrik', at, by: 'hedda', choice: null, chosenAt: null };
const employee = { side: 'employee' as const };
const manager = { side: 'manager' as const };
type Facts = Parameters<typeof mayChoose>[0];
const talk: Facts = { employeeId: 'erik', managerId: 'maja', startedAt: at, signatures: [], parting };
const over = { partedAt: at };
const chosen = (choice: Parting['choice']): Partial<Facts> => ({ parting: { ...parting, choice, chosenAt: at } });

describe('Whether the employee may be asked', () => {
  const unasked = { ...talk, parting: null };
  it.each<[string, Partial<Facts>, { from: string; to: string }, boolean]>([
    ['begun', {}, { from: 'maja', to: 'henrik' }, true],
    ['held, and one has signed', { signatures: [manager] }, { from: 'maja', to: 'henrik' }, true],
    ['not begun: it is handed over', { startedAt: null }, { from: 'maja', to: 'henrik' }, false],
    ['signed by both', { signatures: [manager, employee] }, { from: 'maja', to: 'henrik' }, false],
    ['withdrawn', { withdrawnAt: at }, { from: 'maja', to: 'henrik' }, false],
    ['over already', over, { from: 'maja', to: 'henrik' }, false],
    ['asked already', { parting }, { from: 'maja', to: 'henrik' }, false],
    ['asked about somebody else', { parting }, { from: 'maja', to: 'vera' }, true],
    ['with somebody else by now', {}, { from: 'vera', to: 'henrik' }, false],
    ['to the one who has it', {}, { from: 'maja', to: 'maja' }, false],
    ['to the employee', {}, { from: 'maja', to: 'erik' }, false],
  ])('%s', (_what, part, way, expected) => expect(mayPart({ ...unasked, ...part }, way)).toBe(expected));
});

describe('What the employee may choose', () => {
  const none = 'choice-over';
  it.each<[string, Partial<Facts>, string[], finish: string | null, startOver: string | null]>([
    ['nothing chosen', {}, ['finish', 'start-over'], null, null],
    ['nobody has asked', { parting: null }, [], none, none],
    ['to finish', chosen('finish'), ['start-over'], none, null],
    ['to start over: for good', { ...chosen('start-over'), ...over }, [], none, none],
    ['the manager has signed', { signatures: [manager] }, ['finish', 'start-over'], null, null],
    ['the employee has signed', { signatures: [employee] }, ['finish'], null, 'already-signed'],
    ['has signed and chosen to finish', { ...chosen('finish'), signatures: [employee] }, [], none, 'already-signed'],
    ['both have signed', { signatures: [employee, manager] }, [], none, none],
    ['the time to finish is over', over, ['start-over'], none, null],
    ['it is, and the employee had signed', { ...over, signatures: [employee] }, ['start-over'], none, null],
    ['it is, and both had signed', { ...over, signatures: [employee, manager] }, [], none, none],
    ['somebody is signing', { signing: { at } }, ['finish', 'start-over'], null, 'stale'],
    ['somebody began to sign long ago', { signing: { at: after(-120) } }, ['finish', 'start-over'], null, null],
  ])('%s', (_what, part, choices, finish, startOver) => {
    const facts = { ...talk, ...part };
    const reasons = (['finish', 'start-over'] as const).map((choice) => mayChoose(facts, choice, after(1))?.reason ?? null);
    expect({ choices: choicesOf(facts), reasons }).toEqual({ choices, reasons: [finish, startOver] });
  });

  it('for fourteen days, the last of which is not a whole one', () => {
    expect(finishUntil(parting)).toEqual(new Date('2027-03-01T08:00:00Z'));
    expect(lastDayOf(finishUntil(parting).toISOString())).toBe('2027-02-28T08:00:00.000Z');
  });
});

it.each<[string, Partial<Facts>, leftUnsigned: boolean, keeper: string]>([
  ['asked, and not over', {}, false, 'maja'],
  ['over with one signature', { ...over, signatures: [manager] }, true, 'henrik'],
  ['over, and signed by both', { ...over, signatures: [employee, manager] }, false, 'henrik'],
])('A talk that is %s', (_what, part, leftUnsigned, keeper) => {
  const facts = { ...talk, ...part };
  expect([isLeftUnsigned(facts), keeperOf(facts)]).toEqual([leftUnsigned, keeper]);
});
