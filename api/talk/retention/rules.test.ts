import { describe, expect, it } from 'vitest';
import { erasingOf, isHeld, isNextSigned, lastOf, limitsAt, type Aging } from './rules.ts';

const day = (text: string): Date => new Date(`${text}T10:00:00Z`);
const now = day('2028-03-31');
const talk: Aging = { employeeId: 'erik', managerId: 'maja', startedAt: day('2028-03-20'), finishedAt: day('2028-03-20') };
const gave = (from: string, to: string, at: string) => ({ from, to, at: day(at), by: 'hedda' });

describe('what is erased by itself', () => {
  it.each<[string, Partial<Aging>, object]>([
    ['a talk of last week', {}, { drafts: false, privateNotes: false, former: [] }],
    ['30 days and a bit', { startedAt: new Date('2028-03-01T10:00:00Z') }, { drafts: true, privateNotes: false }],
    ['30 days less a second', { startedAt: new Date('2028-03-01T10:00:01Z') }, { drafts: false }],
    ['a talk of earlier releases that never began', { startedAt: null, finishedAt: null }, { drafts: false, privateNotes: true }],
    ['a year', { startedAt: day('2027-03-31'), finishedAt: day('2027-03-31') }, { drafts: true, privateNotes: true }],
    ['a year less a day', { startedAt: day('2027-03-31'), finishedAt: day('2027-04-01') }, { privateNotes: false }],
    ['begun years ago and not finished', { startedAt: day('2025-03-01'), finishedAt: null }, { drafts: true, privateNotes: true }],
    ['begun half a year ago and not finished', { startedAt: day('2027-09-01'), finishedAt: null }, { drafts: true, privateNotes: false }],
    ['never held, a year after its time', { startedAt: null, finishedAt: null, start: day('2027-03-31') }, { privateNotes: true }],
    ['never held, a year less a day', { startedAt: null, finishedAt: null, start: day('2027-04-01') }, { privateNotes: false }],
    [
      'set up years ago for next week',
      { startedAt: null, finishedAt: null, createdAt: day('2025-03-31'), start: day('2028-04-07') },
      { privateNotes: false },
    ],
    [
      'without a time, a year after it was set up',
      { startedAt: null, finishedAt: null, createdAt: day('2027-03-31') },
      { privateNotes: true },
    ],
    ['left unsigned a year ago', { finishedAt: null, leftAt: day('2027-03-31') }, { privateNotes: true }],
    ['withdrawn a year ago', { startedAt: null, finishedAt: null, withdrawnAt: day('2027-03-31') }, { drafts: false, privateNotes: true }],
    ['handed over 29 days ago', { handOvers: [gave('vera', 'maja', '2028-03-02')] }, { former: [] }],
    ['handed over 30 days ago', { handOvers: [gave('vera', 'maja', '2028-03-01')] }, { former: ['vera'], keys: true }],
    ['the same before it begins', { startedAt: null, handOvers: [gave('vera', 'maja', '2028-03-01')] }, { former: ['vera'], keys: false }],
    ['handed over and back', { handOvers: [gave('maja', 'vera', '2028-01-01'), gave('vera', 'maja', '2028-03-20')] }, { former: [] }],
    [
      'handed on twice',
      { handOvers: [gave('vera', 'henrik', '2028-01-01'), gave('henrik', 'maja', '2028-02-01')] },
      { former: ['vera', 'henrik'] },
    ],
    ['signed, and its manager’s still', { leftAt: null }, { managersNotes: false }],
    ['signed, and handed over 29 days ago', { leftAt: day('2028-03-02') }, { managersNotes: false, former: [] }],
    ['signed, and handed over 30 days ago', { leftAt: day('2028-03-01') }, { managersNotes: true, former: [] }],
  ])('%s', (_when, facts, expected) => expect(erasingOf({ ...talk, ...facts }, now)).toMatchObject(expected));

  it.each([
    ['its employee', ['erik'], true],
    ['its manager', ['maja'], true],
    ['a manager before', ['vera'], true],
    ['somebody else', ['hedda'], false],
    ['nobody', [], false],
  ])('a hold on %s', (_who, held, expected) =>
    expect(isHeld({ ...talk, handOvers: [gave('vera', 'maja', '2028-01-01')] }, new Set(held))).toBe(expected),
  );

  it('counts a month by the calendar, to its last day', () => {
    expect(limitsAt(day('2028-02-29')).privateNotes).toEqual(day('2027-02-28'));
  });
});

describe('the next talk of its kind', () => {
  const of = (_id: string, started: string | null, more: object = {}) => ({
    ...{ _id, employeeId: 'erik', templateId: 'development-talk', cycleId: 'c', start: null },
    ...{ startedAt: started === null ? null : day(started), signatures: [] as { at: Date }[], ...more },
  });
  const signed = { signatures: [{ at: day('2028-03-01') }, { at: day('2028-03-02') }] };
  const first = of('first', '2027-03-01', signed);
  it.each<[string, ReturnType<typeof of>[], boolean]>([
    ['there is none', [], false],
    ['it is signed', [of('later', '2028-02-01', signed)], true],
    ['only one has signed', [of('later', '2028-02-01', { signatures: [{ at: day('2028-03-01') }] })], false],
    ['another kind is signed', [of('later', '2028-02-01', { ...signed, templateId: 'unplanned-talk' })], false],
    ['one before it is signed', [of('earlier', '2026-02-01', signed)], false],
    ['somebody else’s is signed', [of('later', '2028-02-01', { ...signed, employeeId: 'elin' })], false],
    ['the next is not, the one after it is', [of('later', '2028-01-01'), of('last', '2028-02-01', signed)], true],
  ])('%s', (_when, others, expected) => expect(isNextSigned(first, [first, ...others])).toBe(expected));
});

it.each<[string, Partial<Parameters<typeof lastOf>[0]>, string | null]>([
  ['it was set up', {}, '2026-01-01'],
  ['its time', { start: day('2026-02-01') }, '2026-02-01'],
  [
    'set up after it was held, on paper',
    { start: day('2025-12-01'), startedAt: day('2025-12-01'), finishedAt: day('2025-12-01') },
    '2026-01-01',
  ],
  ['it was begun', { start: day('2026-02-01'), startedAt: day('2026-02-02') }, '2026-02-02'],
  ['it was finished', { startedAt: day('2026-02-02'), finishedAt: day('2026-02-03') }, '2026-02-03'],
  ['it was taken away', { withdrawnAt: day('2026-03-01') }, '2026-03-01'],
  ['nothing is known', { createdAt: null }, null],
])('the last that came of a talk: %s', (_what, facts, at) =>
  expect(lastOf({ createdAt: day('2026-01-01'), start: null, startedAt: null, finishedAt: null, ...facts })).toEqual(at && day(at)),
);
