/** Which accesses are one entry, who is shown which, and that a chain in which anything was changed, taken out, put in or put elsewhere is found. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpoints } from '#test/given/endpoints.ts';
import { items, relations } from '../contract.ts';
import { accessActs, accessChannels } from './contract.ts';
import {
  accessKey,
  actOf,
  canonicalAccess,
  canonicalEnd,
  isOfTalk,
  isShownTo,
  isWhole,
  noLink,
  type Access,
  type ChainedAccess,
  type Link,
} from './rules.ts';

const mark = (text: string, key = 'the talk’s'): string => createHmac('sha256', key).update(text).digest('base64url');

function chainOf(accesses: Access[], after: Link = noLink): ChainedAccess[] {
  let { number, mark: previous } = after;
  return accesses.map((access) => {
    number += 1;
    const entry = { ...access, number, previous };
    previous = mark(canonicalAccess(entry));
    return { ...entry, mark: previous };
  });
}
const checked = (chain: ChainedAccess[]) => chain.map((entry) => ({ ...entry, expected: mark(canonicalAccess(entry)) }));
const holds = (chain: ChainedAccess[], from: Link, to: Link): boolean => isWhole(checked(chain), from, to);

const one: Access = {
  ...{ tenantId: 't', talkId: 'a', personId: 'maja', relation: 'manager', state: 2, item: 'preparation', act: 'read', channel: 'tab' },
  at: new Date('2027-01-11T10:32:00Z'),
};
const access = fc.record({
  tenantId: fc.constant('t'),
  talkId: fc.constant('a'),
  personId: fc.constantFrom('maja', 'erik', 'henrik'),
  relation: fc.constantFrom(...relations),
  state: fc.integer({ min: 0, max: 5 }),
  item: fc.constantFrom(...items),
  act: fc.constantFrom(...accessActs),
  channel: fc.constantFrom(...accessChannels),
  at: fc.date({ min: new Date('2027-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }),
});
/** A chain whose first entries may have been erased for their age, and whose newest end may not have been noted yet. */
const chains = fc.tuple(fc.array(access, { minLength: 2, maxLength: 12 }), fc.nat(), fc.nat()).map(([accesses, cut, unnoted]) => {
  const all = chainOf(accesses);
  const from = all[(cut % all.length) - 1] ?? noLink;
  const left = all.slice(from.number);
  const to = left[Math.max(0, left.length - 1 - (unnoted % left.length))] ?? noLink;
  return { all, left, from, to };
});

describe('what is one entry', () => {
  it('is the same person, item, act and way within the same hour', () => {
    const key = accessKey(one);
    expect(accessKey({ ...one, at: new Date('2027-01-11T10:59:59.999Z') })).toBe(key);
    const others: Partial<Access>[] = [
      { at: new Date('2027-01-11T11:00:00Z') },
      { at: new Date('2027-01-12T10:32:00Z') },
      { personId: 'erik' },
      { talkId: 'b' },
      { tenantId: 'u' },
      { item: 'agreements' },
      { act: 'search' },
      { channel: 'bot' },
    ];
    expect(others.filter((other) => accessKey({ ...one, ...other }) === key)).toEqual([]);
  });

  it('tells files and searches from reading, for every endpoint there is', () => {
    const by = (act: string): string[] => endpoints.filter((entry) => actOf(entry) === act).map(({ name }) => name);
    expect(by('search')).toEqual(['POST /api/talks/history/:employeeId/find']);
    expect(by('export').sort()).toEqual([
      'GET /api/talks/:talkId/ics',
      'GET /api/talks/:talkId/summary/docx',
      'GET /api/talks/:talkId/summary/pdf',
      'POST /api/access-requests/:requestId/html',
      'POST /api/access-requests/:requestId/json',
      'POST /api/leaving/html',
      'POST /api/leaving/json',
      'POST /api/my-data/html',
      'POST /api/my-data/json',
    ]);
  });

  it('is about a talk: goals and topics have rules of their own', () => {
    expect(['3f1c', 'goals.maja', 'topics.erik'].map(isOfTalk)).toEqual([true, false, false]);
  });
});

describe('who is shown an entry', () => {
  it('is the employee, but not who reads their own private notes; and everybody for what they did themselves', () => {
    for (const relation of relations)
      for (const item of items) {
        expect(isShownTo({ personId: 'maja', relation }, { personId: 'maja', item })).toBe(true);
        // Row 12, "accesses to own notes": an access bundle holds what whoever holds or held the talk has noted.
        const ofNotes = item === 'access-bundle' && ['manager', 'former-manager'].includes(relation);
        const isTold = ofNotes || (relation === 'employee' && item !== 'private-notes');
        const others = isShownTo({ personId: 'erik', relation }, { personId: 'maja', item });
        expect({ relation, item, others }).toEqual({ relation, item, others: isTold });
      }
  });
});

describe('a chain', () => {
  it('holds as it was written, also when its beginning was erased, is being erased, or its newest end is not noted', () => {
    fc.assert(
      fc.property(chains, ({ all, left, from, to }) => {
        expect(holds(left, from, to)).toBe(true);
        expect(holds(all, from, to)).toBe(true);
      }),
    );
    expect(isWhole([], noLink, noLink)).toBe(true);
  });

  it('is found broken when an entry was changed, taken out, put in, put elsewhere or made anew without the key', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(chains, fc.nat(), access, ({ left, from, to }, nat, other) => {
        const noted = left.filter(({ number }) => number <= to.number);
        const at = nat % noted.length;
        const chosen = noted[at];
        if (!chosen) throw new Error('There is an entry');
        const { number, previous, mark: old } = chosen;
        const changed = { ...chosen, ...other };
        const differs = canonicalAccess(changed) !== canonicalAccess(chosen);
        const tampered: Record<string, ChainedAccess[] | null> = {
          changed: differs ? left.with(at, changed) : null,
          'changed, with a mark of another key': left.with(at, { ...changed, mark: mark(canonicalAccess(changed), 'another') }),
          'taken out': left.filter((entry) => entry !== chosen),
          'taken out, and closed up':
            at < noted.length - 1
              ? left.filter((e) => e !== chosen).map((e) => (e.number > number ? { ...e, number: e.number - 1 } : e))
              : null,
          'put in twice': [...left.slice(0, at + 1), { ...chosen, number: number + 1, previous: old }, ...left.slice(at + 1)],
          'changed places':
            at > 0
              ? left.with(at, { ...(left[at - 1] ?? chosen), number, previous }).with(at - 1, { ...chosen, number: number - 1 })
              : null,
          'cut at the end': noted.slice(0, -1),
          'all gone': [],
        };
        for (const [how, chain] of Object.entries(tampered)) {
          if (!chain) continue;
          seen.add(how);
          expect({ how, holds: holds(chain, from, to) }).toEqual({ how, holds: false });
        }
      }),
    );
    expect(seen.size).toBe(8);
  });

  it('has ends that are made of the talk, the side and the entry', () => {
    const link = { number: 3, mark: 'm' };
    const made = [
      canonicalEnd('from', 'a', link),
      canonicalEnd('to', 'a', link),
      canonicalEnd('to', 'b', link),
      canonicalEnd('to', 'a', { ...link, number: 4 }),
    ];
    expect(new Set(made).size).toBe(4);
  });
});
