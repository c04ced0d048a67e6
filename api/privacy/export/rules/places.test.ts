import { describe, expect, it } from 'vitest';
import { items, relations, talkStates, type Item, type PolicyFacts, type Relation } from '../../contract.ts';
import { exported, kept } from '../../rules/kept.ts';
import { mayAccess } from '../../rules/policy.ts';
import { exportSchema } from '../contract.ts';
import { factsAt, isOwnPlace, mayExport, placesOf, talkPlacesFor } from './places.ts';

const facts = (some: Partial<PolicyFacts> = {}): PolicyFacts => ({
  ...{ state: 4, releaseRule: 'both-released', managerPreparationVisible: true, employeeReleased: true, managerReleased: true },
  sharedWithHr: { preparation: true, notes: true, agreements: true },
  anySignature: true,
  ...some,
});

describe('the places of an export', () => {
  it('has one for every item that is in somebody’s export, and none for any other', () => {
    expect(Object.keys(placesOf).sort()).toEqual([...items].sort());
    for (const item of items) expect({ item, placed: placesOf[item].length > 0 }).toEqual({ item, placed: exported[item].length > 0 });
  });

  it('names for every collection that leads to a person where its facts are, or why not', () => {
    const withoutWords = Object.entries(kept).filter(([, { words, goesWith }]) => goesWith !== 'nobody' && words.length === 0);
    expect(Object.keys(factsAt).sort()).toEqual(withoutWords.map(([name]) => name).sort());
    for (const place of Object.values(factsAt)) if (typeof place === 'string') expect(Object.keys(exportSchema.shape)).toContain(place);
  });
});

describe('who finds what in an export', () => {
  const nobody: Relation[] = ['managers-manager', 'hr', 'other'];

  it('is never more than the policy table lets them read, and nothing for whoever is none of the two', () => {
    for (const relation of relations)
      for (const state of talkStates)
        for (const item of items) {
          const now = facts({ state, daysSinceHandOver: 3 });
          const found = mayExport(item, relation, now);
          const isOwnDraft = relation === 'employee' && item === 'preparation-draft';
          if (found && !isOwnDraft) expect(mayAccess(item, 'read', relation, now)).toBe(true);
          if (nobody.includes(relation)) expect({ relation, item, found }).toEqual({ relation, item, found: false });
        }
  });

  it.each<[Relation, Item, boolean, Partial<PolicyFacts>]>([
    ['employee', 'preparation-draft', true, { state: 0, employeeReleased: false }],
    ['employee', 'preparation-draft', true, { state: 4, employeeReleased: false }],
    ['manager', 'preparation-draft', false, { state: 0, employeeReleased: false }],
    ['manager', 'preparation-draft', false, { state: 4, employeeReleased: false }],
    ['hr', 'preparation-draft', false, { state: 2, employeeReleased: false }],
    ['manager', 'preparation', false, { state: 1, managerReleased: false }],
    ['manager', 'preparation', true, { state: 2 }],
    ['employee', 'manager-preparation', false, { state: 2, managerPreparationVisible: false }],
    ['former-manager', 'private-notes', true, { state: 5, daysSinceHandOver: 29 }],
    ['former-manager', 'private-notes', false, { state: 5, daysSinceHandOver: 30 }],
    ['new-manager', 'agreements', true, { state: 5 }],
    ['new-manager', 'agreements', false, { state: 4 }],
    ['new-manager', 'shared-notes', false, { state: 5 }],
    // What is lent may be taken back, and is carried away by nobody (row 13: "agreements").
    ['new-manager', 'shared-notes', false, { state: 5, passed: ['preparation', 'shared-notes'] }],
    ['new-manager', 'preparation', false, { state: 5, passed: ['preparation', 'shared-notes'] }],
    ['employee', 'passing', true, { state: 5 }],
    ['new-manager', 'passing', false, { state: 5, passed: ['shared-notes'] }],
    ['employee', 'felt-heard', false, { state: 4 }],
  ])('%s, %s: %s (%j)', (relation, item, found, some) => expect(mayExport(item, relation, facts(some))).toBe(found));

  it('leaves a former manager the own private notes, a new one what was agreed and the goals that are more than the two’s, and either the own accesses', () => {
    expect(talkPlacesFor('former-manager', facts({ state: 5, daysSinceHandOver: 3 }))).toEqual(['privateNotes', 'accesses']);
    expect(talkPlacesFor('new-manager', facts({ state: 5 }))).toEqual(['facts', 'agreements', 'goals', 'record', 'accesses']);
    expect(talkPlacesFor('hr', facts())).toEqual([]);
    expect(['wishes', 'goals', 'topics'].map((place) => isOwnPlace(place as 'goals', 'employee'))).toEqual([true, true, true]);
  });
});
