import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from './contract.ts';
import {
  joinMinutes,
  mayFinish,
  maySign,
  mayStart,
  currentOf,
  hasPassed,
  nextStep,
  prepareByFor,
  relationOf,
  stateOf,
  statusOf,
  type TalkFacts,
} from './rules.ts';

const at = (iso: string): Date => new Date(iso);
const start = at('2026-05-04T09:00:00Z');
const before = at('2026-05-01T09:00:00Z');
const facts = (over: Partial<TalkFacts> = {}): TalkFacts => ({
  start,
  end: at('2026-05-04T10:00:00Z'),
  booked: true,
  startedAt: null,
  finishedAt: null,
  signed: [],
  released: [],
  ...over,
});
const live = { startedAt: start };
const held = { ...live, finishedAt: at('2026-05-04T10:00:00Z') };
const both: Side[] = ['employee', 'manager'];
const noTime = { start: null, end: null, booked: false };

describe('how somebody stands to a talk', () => {
  const talk = { employeeId: 'erik', managerId: 'maja' };
  it.each([
    ['erik', false, 'maja', 'employee'],
    ['maja', false, 'vera', 'manager'],
    ['elin', false, 'maja', null],
    ['hedda', true, 'vera', 'hr'],
    ['hedda', true, null, 'hr'],
    // HR rights end at one's own talk, on either side of it, and at that of one's own manager.
    ['erik', true, 'maja', 'employee'],
    ['maja', true, 'vera', 'manager'],
    ['hedda', true, 'erik', null],
    ['hedda', true, 'maja', 'hr'],
  ] as const)('%s, HR: %s, whose manager is %s', (personId, isHr, managerId, expected) => {
    expect(relationOf(talk, { personId, isHr, managerId })).toBe(expected);
  });
});

describe('the state of a talk', () => {
  it.each<[string, Partial<TalkFacts>, number, string]>([
    ['nothing yet', {}, 0, 'planned'],
    ['no time yet', noTime, 0, 'planned'],
    ['the employee has released', { released: ['employee'] }, 1, 'released'],
    ['the manager has released', { released: ['manager'] }, 1, 'released'],
    ['both have', { released: both }, 1, 'released'],
    ['started', live, 2, 'live'],
    ['started with preparation released', { ...live, released: both }, 2, 'live'],
    ['started without a time', { ...noTime, ...live }, 2, 'live'],
    ['finished', held, 3, 'held'],
    ['signed by one', { ...held, signed: ['employee'] }, 3, 'held'],
    ['signed by the other', { ...held, signed: ['manager'] }, 3, 'held'],
    ['signed by both', { ...held, signed: both }, 4, 'signed'],
    ['signed by both, the manager first', { ...held, signed: ['manager', 'employee'] }, 4, 'signed'],
    ['ended with one signature', { ...held, signed: ['manager'], leftUnsigned: true }, 5, 'closed'],
  ])('%s', (_what, over, state, status) => {
    expect([stateOf(facts(over)), statusOf(facts(over))]).toEqual([state, status]);
  });
});

describe('what to do next', () => {
  const soon = at('2026-05-04T08:45:00Z');
  it.each<[string, Partial<TalkFacts>, boolean, Date, string, string]>([
    ['nothing written', {}, false, before, 'prepare', 'prepare'],
    ['something written', {}, true, before, 'release', 'release'],
    ['the employee has released', { released: ['employee'] }, true, before, 'wait', 'release'],
    ['the manager has released', { released: ['manager'] }, true, before, 'release', 'wait'],
    ['both have', { released: both }, true, before, 'wait', 'wait'],
    ['no time', noTime, true, before, 'wait', 'find-time'],
    ['no time, already released', { ...noTime, released: both }, true, before, 'wait', 'find-time'],
    ['no time, started over', { ...noTime, startsOver: true }, true, before, 'find-time', 'find-time'],
    ['ended without signatures', { ...held, leftUnsigned: true }, true, start, 'wait', 'wait'],
    ['a quarter of an hour before', {}, false, soon, 'join', 'join'],
    ['a moment earlier', {}, false, at('2026-05-04T08:44:59Z'), 'prepare', 'prepare'],
    ['long after its time, never started', {}, true, at('2026-06-01T00:00:00Z'), 'passed', 'passed'],
    ['to its last moment', {}, true, at('2026-05-04T09:59:59.999Z'), 'join', 'join'],
    ['from its end on', { released: both }, true, at('2026-05-04T10:00:00Z'), 'passed', 'passed'],
    ['gone by, and the calendar asks as well', { attention: true }, true, at('2026-05-04T10:00:00Z'), 'passed', 'decide'],
    ['gone by, and the new time did not suit', { objectedTo: 'manager' }, true, at('2026-05-04T10:00:00Z'), 'passed', 'passed'],
    ['the employee’s new time does not suit the manager', { objectedTo: 'employee' }, true, before, 'move', 'release'],
    ['the manager’s does not suit the employee, both released', { objectedTo: 'manager', released: both }, true, before, 'wait', 'move'],
    ['it does not, and it is nearly there', { objectedTo: 'manager' }, true, soon, 'join', 'join'],
    ['live', live, true, start, 'hold', 'hold'],
    ['held', held, true, start, 'sign', 'sign'],
    ['signed by the employee', { ...held, signed: ['employee'] }, true, start, 'wait', 'sign'],
    ['signed by the manager', { ...held, signed: ['manager'] }, true, start, 'sign', 'wait'],
    ['signed by both', { ...held, signed: both }, true, start, 'follow-up', 'follow-up'],
  ])('%s', (_what, over, answered, now, employee, manager) => {
    expect(nextStep(facts(over), 'employee', answered, now)).toBe(employee);
    expect(nextStep(facts(over), 'manager', answered, now)).toBe(manager);
  });
});

describe('a talk has gone by', () => {
  const end = '2026-05-04T10:00:00.000Z';
  it.each([
    ['not before its end', { end, startedAt: null }, '2026-05-04T09:59:59.999Z', false],
    ['at its end', { end, startedAt: null }, end, true],
    ['a week later', { end: at(end), startedAt: null }, '2026-05-11T10:00:00.000Z', true],
    ['not when it was begun, and is long over', { end, startedAt: '2026-05-04T09:00:00.000Z' }, '2026-05-11T10:00:00.000Z', false],
    ['not without a time', { end: null, startedAt: null }, '2026-05-11T10:00:00.000Z', false],
  ])('%s', (_what, talk, now, expected) => {
    expect(hasPassed(talk, at(now))).toBe(expected);
  });
});

it('“My talk” is about the newest talk that is not signed by both', () => {
  const talks = [{ status: 'signed' as const }, { status: 'held' as const }, { status: 'planned' as const }];
  expect(currentOf(talks)).toEqual({ current: talks[1], earlier: [talks[0], talks[2]] });
  expect(currentOf([])).toEqual({ current: null, earlier: [] });
  const closed = (anewId: string | null) => ({ status: 'closed' as const, parting: { anewId } });
  const [waits, left, planned] = [closed(null), closed('new'), { status: 'planned' as const }];
  expect(currentOf([waits, planned]).current).toBe(planned);
  expect(currentOf([left, waits]).current).toBe(waits);
  expect(currentOf([left]).current).toBeNull();
});

describe('starting, finishing, signing', () => {
  it.each<[string, Partial<TalkFacts>, string | null, string | null, string | null, string | null]>([
    // what, facts, start, finish by the manager, sign by the employee, sign by the manager
    ['planned', {}, null, 'talk-not-started', 'talk-not-held', 'talk-not-held'],
    ['without a time', noTime, null, 'talk-not-started', 'talk-not-held', 'talk-not-held'],
    ['live', live, 'talk-already-started', null, 'talk-not-held', 'talk-not-held'],
    ['held', held, 'talk-already-started', 'talk-already-held', null, null],
    ['signed by one', { ...held, signed: ['employee'] }, 'talk-already-started', 'talk-already-held', 'already-signed', null],
    ['signed by both', { ...held, signed: both }, 'talk-already-started', 'talk-already-held', 'already-signed', 'already-signed'],
  ])('%s', (_what, over, starts, finishes, employeeSigns, managerSigns) => {
    const given = facts(over);
    expect(mayStart(given)?.reason ?? null).toBe(starts);
    expect(mayFinish(given, 'manager')?.reason ?? null).toBe(finishes);
    expect(maySign(given, 'employee')?.reason ?? null).toBe(employeeSigns);
    expect(maySign(given, 'manager')?.reason ?? null).toBe(managerSigns);
    // An employee never finishes, and does not learn how the talk stands by trying.
    expect(mayFinish(given, 'employee')?.reason).toBe('not-found');
  });

  it('leads through the states one by one, never back, in any order of who does what', () => {
    const step = fc.constantFrom<'release' | 'withdraw' | 'start' | 'finish' | 'sign'>('release', 'withdraw', 'start', 'finish', 'sign');
    const side = fc.constantFrom<Side>('employee', 'manager');
    const ends = new Set<number>();
    const wayToTheEnd: ['start' | 'finish' | 'sign', Side][] = [
      ['start', 'employee'],
      ['finish', 'manager'],
      ['sign', 'employee'],
      ['sign', 'manager'],
    ];
    fc.assert(
      fc.property(fc.array(fc.tuple(step, side), { maxLength: 60 }), (steps) => {
        let given = facts();
        for (const [what, who] of steps) {
          const earlier = stateOf(given);
          if (what === 'release' && earlier < 2) given = { ...given, released: [...new Set([...given.released, who])] };
          if (what === 'withdraw' && earlier < 2) given = { ...given, released: given.released.filter((one) => one !== who) };
          if (what === 'start' && !mayStart(given)) given = { ...given, startedAt: start };
          if (what === 'finish' && !mayFinish(given, who)) given = { ...given, finishedAt: start };
          if (what === 'sign' && !maySign(given, who)) given = { ...given, signed: [...given.signed, who] };
          if (earlier > 1) expect(stateOf(given) - earlier).toBeGreaterThanOrEqual(0);
          expect(stateOf(given) - earlier).toBeLessThanOrEqual(2);
          expect(given.signed.length).toBe(new Set(given.signed).size);
        }
        ends.add(stateOf(given));
      }),
      // The way to the end, walked in every run: chance alone does not reach it each time.
      { numRuns: 300, examples: [[wayToTheEnd]] },
    );
    expect([...ends].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('times', () => {
  it('asks for the preparation 24 hours before', () => {
    expect(prepareByFor(start).toISOString()).toBe('2026-05-03T09:00:00.000Z');
    expect(joinMinutes).toBe(15);
  });
});
