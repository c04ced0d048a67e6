/** Row 7 of the policy table, goal by goal; what may be written; what a talk begins with; and that HR's numbers never tell of fewer than five. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalLimit, goalNoteLimit, goalSteps, visibilitySchema, whyLimit } from './contract.ts';
import {
  countsOf,
  inOrder,
  isOpen,
  isSame,
  isSinceLast,
  mayGoal,
  mayName,
  maySharedWith,
  mayStep,
  standingTo,
  type GoalAct,
  type GoalFacts,
} from './rules.ts';
import { goalStateSchema } from '#api/development/terms/contract.ts';

/** Erik's goals; Maja manages him and Vera manages her. Ulla managed him before, Elin is a colleague. */
const now = { manager: 'maja', managersManager: 'vera' };
const goal = (more: Partial<GoalFacts> = {}): GoalFacts => ({
  ...{ employeeId: 'erik', managerId: 'maja', visibility: 'manager', proposal: null },
  ...more,
});
const everybody = ['erik', 'maja', 'vera', 'ulla', 'elin', ''];
const acts: GoalAct[] = ['read', 'write', 'follow', 'answer'];
const marked = ['team', 'organisation'] as const;

describe('who may do what with a goal', () => {
  it.each<[string, GoalFacts, Record<string, GoalAct[]>]>([
    ['shared with the manager', goal(), { erik: ['read', 'write', 'follow'], maja: ['read', 'follow'] }],
    ...marked.map((visibility): [string, GoalFacts, Record<string, GoalAct[]>] => [
      `marked: ${visibility}`,
      goal({ visibility }),
      { erik: ['read', 'write', 'follow'], maja: ['read', 'follow'], vera: ['read'] },
    ]),
    ['shared with the manager before', goal({ managerId: 'ulla' }), { erik: ['read', 'write', 'follow'] }],
    [
      'shared with the manager before, and marked',
      goal({ managerId: 'ulla', visibility: 'team' }),
      { erik: ['read', 'write', 'follow'], maja: ['read'], vera: ['read'] },
    ],
    ['shared with nobody', goal({ managerId: '' }), { erik: ['read', 'write', 'follow'] }],
    ['proposed', goal({ proposal: 'waiting' }), { erik: ['read', 'answer'], maja: ['read', 'write'] }],
    ['declined', goal({ proposal: 'declined' }), { erik: ['read', 'answer'], maja: ['read', 'write'] }],
    ['proposed by the manager before', goal({ proposal: 'waiting', managerId: 'ulla' }), { erik: ['read', 'answer'] }],
    [
      'proposed, whatever it is marked',
      goal({ proposal: 'waiting', visibility: 'team' }),
      { erik: ['read', 'answer'], maja: ['read', 'write'] },
    ],
  ])('%s', (_what, facts, allowed) => {
    for (const who of everybody)
      expect({ who, may: acts.filter((act) => mayGoal(facts, who, now, act)) }).toEqual({ who, may: allowed[who] ?? [] });
  });

  it('is nothing for whoever is neither of these, whoever manages whom', () => {
    const id = fc.constantFrom('erik', 'maja', 'vera', 'ulla', 'elin');
    const facts = fc.record({
      ...{ employeeId: id, managerId: fc.constantFrom('', 'maja', 'ulla') },
      ...{ visibility: fc.constantFrom(...visibilitySchema.options), proposal: fc.constantFrom(null, 'waiting', 'declined') },
    }) as fc.Arbitrary<GoalFacts>;
    const managers = fc.record({ manager: fc.option(id), managersManager: fc.option(id) });
    fc.assert(
      fc.property(facts, managers, id, (one, at, who) => {
        const may = acts.filter((act) => mayGoal(one, who, at, act));
        const isOne = [one.employeeId, at.manager, at.managersManager].includes(who);
        if (!isOne) expect(may).toEqual([]);
        expect(isOne).toBe(standingTo(one, who, at) !== null);
        // Whoever may do anything may read, but for a note, which only the two read at all.
        if (may.length > 0) expect(may).toContain('read');
        if (may.includes('follow')) expect([one.employeeId, one.managerId]).toContain(who);
      }),
    );
  });

  it('reaches only whom the form named', () => {
    expect([maySharedWith('maja', now), maySharedWith(null, { ...now, manager: null })]).toEqual([null, null]);
    for (const named of ['ulla', null]) expect(maySharedWith(named, now)?.reason).toBe('stale');
    // Nobody is told more by what is shared with nobody.
    expect([maySharedWith('', now), maySharedWith('', { ...now, manager: null })]).toEqual([null, null]);
  });
});

describe('what may be written', () => {
  it.each<[string, number, number | null, string | null]>([
    ['as long as allowed', goalLimit, whyLimit, null],
    ['without a reason', 1, null, null],
    ['one too long', goalLimit + 1, null, 'statement-too-long'],
    ['a reason that is too long', 1, whyLimit + 1, 'statement-too-long'],
  ])('a goal %s', (_what, what, why, reason) => {
    expect(mayName({ what: 'x'.repeat(what), why: why === null ? null : 'x'.repeat(why) })?.reason ?? null).toBe(reason);
  });

  it.each<[string, number, number | null, string | null]>([
    ['the first', 0, null, null],
    ['with a note as long as allowed', 3, goalNoteLimit, null],
    ['with one too long', 3, goalNoteLimit + 1, 'progress-note-too-long'],
    ['the last', goalSteps - 1, null, null],
    ['one more', goalSteps, null, 'record-full'],
  ])('a step: %s', (_what, steps, note, reason) => {
    expect(mayStep(steps, note === null ? null : 'x'.repeat(note))?.reason ?? null).toBe(reason);
  });

  const one = { what: 'Lead a survey', why: 'To grow', due: '2027-06-01' };
  it.each([
    ['as it was', one, true],
    ['with white space around', { ...one, what: ' Lead a survey\n' }, true],
    ['another goal', { ...one, what: 'Lead two' }, false],
    ['another reason', { ...one, why: null }, false],
    ['another day', { ...one, due: null }, false],
  ])('the same again, %s: %s', (_what, other, same) => expect(isSame(one, other)).toBe(same));
});

const day = (nth: number): Date => new Date(nth * 86_400_000);
const anyState = fc.constantFrom(...goalStateSchema.options);

describe('what a talk begins with', () => {
  const steps = (...states: (typeof goalStateSchema.options)[number][]) => states.map((state, nth) => ({ state, at: day(nth) }));
  it.each([
    ['goes on', 'going-on', steps('going-on'), 9, true],
    ['reached since the last talk', 'reached', steps('going-on', 'reached'), 0, true],
    ['reached before it', 'reached', steps('reached', 'reached'), 1, false],
    ['reached, taken up again, dropped', 'dropped', steps('reached', 'going-on', 'dropped'), 1, true],
    ['reached long ago, and there was no talk', 'reached', steps('reached'), null, true],
  ] as const)('%s', (_what, state, said, last, shown) => {
    expect(isSinceLast({ state, steps: said }, last === null ? null : day(last))).toBe(shown);
  });
});

describe('the order', () => {
  it('puts what waits for an answer first, then what goes on by its day, then the rest, from wherever it starts', () => {
    const one = fc.record({
      ...{ _id: fc.uuid(), state: anyState, due: fc.option(fc.constantFrom('2027-03-01', '2027-04-01')) },
      ...{ madeAt: fc.constantFrom(day(1), day(2)), proposal: fc.constantFrom(null, 'waiting' as const, 'declined' as const) },
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ _id }) => _id, maxLength: 8 }), (all) => {
        const sorted = [...all].sort(inOrder);
        expect([...all].reverse().sort(inOrder)).toEqual(sorted);
        const ranks = sorted.map(({ proposal, state }) => (proposal === 'waiting' ? 0 : proposal === null && isOpen(state) ? 1 : 2));
        expect(ranks).toEqual([...ranks].sort());
        const days = sorted.filter((_one, at) => ranks[at] === 1).map(({ due }) => due ?? '9999');
        expect(days).toEqual([...days].sort());
      }),
    );
  });
});

describe('HR’s numbers', () => {
  const counted = fc.record({
    ...{ employeeId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), state: anyState },
    visibility: fc.constantFrom(...visibilitySchema.options),
  });
  it('tell nothing of fewer than five people, of marks only when no kind of mark is that of fewer, and add up otherwise', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 60 }), (goals) => {
        const { states, marked: marks } = countsOf(goals);
        const people = (some: typeof goals): number => new Set(some.map(({ employeeId }) => employeeId)).size;
        const told = people(goals) >= 5;
        expect(states.reduce((sum, { goals: count }) => sum + count, 0)).toBe(told ? goals.length : 0);
        expect(states.length > 0).toBe(told);
        const kinds = visibilitySchema.options.map((visibility) => goals.filter((one) => one.visibility === visibility));
        const large = kinds.every((some) => some.length === 0 || people(some) >= 5);
        expect(marks.length > 0).toBe(told && large && goals.some(({ visibility }) => visibility !== 'manager'));
        for (const { visibility, goals: count } of marks) expect(count).toBe(goals.filter((one) => one.visibility === visibility).length);
      }),
    );
  });
});
