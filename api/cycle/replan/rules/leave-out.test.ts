/** HR leaves single changes of a re-plan out: those stay, whatever needs their place stays too, and nothing else is touched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { februaryAt } from '#test/given/replan.ts';
import { whoLeavesFirst, type Change, type Limits } from './leave-first.ts';
import { leftOut, withoutLeft, changesIn } from './leave-out.ts';
import type { Proposal } from '../contract.ts';

const goes = (id: string, from: string | null, to: string | null, people: string[] = ['maja']): Change => ({
  id,
  leaves: from === null ? null : { at: februaryAt(from), people: [id, ...people] },
  goes: to === null ? null : { at: februaryAt(to), people: [id, ...people] },
});
/** Nothing but time itself. */
const anyDay: Limits = { gapMs: 0, dayOf: () => null, mostOn: () => Number.POSITIVE_INFINITY, plannedOn: () => 0 };
const left = (changes: Change[], ...chosen: string[]): Record<string, string | null> => {
  const first = whoLeavesFirst(changes, anyDay);
  const all = changes.map(({ id }) => ({ id, after: first.get(id) ?? [] }));
  return Object.fromEntries(leftOut(all, chosen));
};

describe('Leaving talks out of a re-plan', () => {
  // Erik goes where Elin is, who goes where Emil is; Aino goes for herself.
  const chain = [
    goes('erik', '10 09:00', '11 09:00'),
    goes('elin', '11 09:00', '12 09:00'),
    goes('emil', '12 09:00', '15 09:00'),
    goes('aino', '16 09:00', '17 09:00'),
  ];

  it.each<[string, string[], Record<string, string | null>]>([
    ['nothing', [], {}],
    ['the first of a chain: only that', ['erik'], { erik: null }],
    ['the last of a chain: everyone who waits for it', ['emil'], { emil: null, elin: 'emil', erik: 'elin' }],
    ['one for itself', ['aino'], { aino: null }],
    ['one that is in the way, and chosen as well', ['elin', 'emil'], { elin: null, emil: null, erik: 'elin' }],
    ['somebody whose talk does not change', ['vera'], {}],
  ])('%s', (_what, chosen, expected) => expect(left(chain, ...chosen)).toEqual(expected));

  it('ends where two change places with one another', () => {
    const swap = [goes('erik', '10 09:00', '11 09:00'), goes('elin', '11 09:00', '10 09:00')];
    expect(left(swap, 'erik')).toEqual({ erik: null, elin: 'erik' });
  });

  it('never lets a talk go where another stays, and keeps every other change', () => {
    const hours = ['10 09:00', '10 10:00', '10 10:30', '11 09:00', '11 13:00'];
    const one = fc.record({
      from: fc.option(fc.constantFrom(...hours)),
      to: fc.option(fc.constantFrom(...hours)),
      manager: fc.constantFrom('maja', 'vera'),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(one, fc.boolean()), { maxLength: 9 }), (said) => {
        const changes = said.map(([{ from, to, manager }], at) => goes(`e${at}`, from, to, [manager]));
        const chosen = changes.flatMap(({ id }, at) => (said[at]?.[1] ? [id] : []));
        const stays = new Map(Object.entries(left(changes, ...chosen)));
        const meets = (a: Change, b: Change): boolean =>
          a.id !== b.id &&
          a.goes !== null &&
          b.leaves !== null &&
          a.goes.at.start < b.leaves.at.end &&
          a.goes.at.end > b.leaves.at.start &&
          a.goes.people.some((person) => b.leaves?.people.includes(person));
        for (const change of changes)
          expect({ id: change.id, stays: stays.has(change.id) }).toEqual({
            id: change.id,
            stays: chosen.includes(change.id) || changes.some((other) => stays.has(other.id) && meets(change, other)),
          });
      }),
      { numRuns: 300 },
    );
  });

  it('of what HR is shown: who was asked already is no change, and who is not handed over does not lack a time', () => {
    const person = (id: string) => ({ employee: { id, name: id }, manager: { id: 'maja', name: 'Maja' } });
    const begun = { newManager: { id: 'vera', name: 'Vera' }, managerHasLeft: false, isHeld: false, isOver: false };
    const proposal = {
      ...{ replanId: 'r', version: 1, talks: 9, otherManager: [], stays: [] },
      moves: [{ ...person('erik'), after: ['hanna'] }],
      given: [{ ...person('emil'), after: [] }],
      withdrawn: [person('gone')],
      handOvers: [{ ...person('hanna'), after: [] }],
      begun: [
        { ...person('asked'), ...begun, until: '2027-02-20T00:00:00Z' },
        { ...person('begun'), ...begun, until: null },
      ],
      unplaced: [person('hanna'), person('otto')],
    } as unknown as Proposal;
    const ids = (rows: { employee: { id: string } }[]): string[] => rows.map(({ employee }) => employee.id);
    expect(changesIn(proposal).map(({ id }) => id)).toEqual(['erik', 'emil', 'hanna', 'gone', 'begun']);
    const rest = withoutLeft(proposal, leftOut(changesIn(proposal), ['hanna', 'begun', 'asked']));
    expect([rest.moves, rest.given, rest.withdrawn, rest.handOvers, rest.begun, rest.unplaced].map(ids)).toEqual([
      [],
      ['emil'],
      ['gone'],
      [],
      ['asked'],
      ['otto'],
    ]);
  });
});
