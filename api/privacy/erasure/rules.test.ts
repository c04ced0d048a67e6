import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kept } from '../rules/kept.ts';
import { erasers, notesErasers } from './list-erasers.ts';
import { agedParts, goingWith, type Aged, type Aging, type Named } from './rules.ts';

const now = new Date('2028-03-31T10:00:00Z');
const day = (text: string): Date => new Date(`${text}T10:00:00Z`);

it('Whatever is kept of people has somebody who erases it, and so have its keys', () => {
  const ofPeople = Object.entries(kept).flatMap(([name, { goesWith }]) => (goesWith === 'nobody' ? [] : [name]));
  expect(Object.keys(erasers).sort()).toEqual([...ofPeople, 'dataKeys'].sort());
  for (const name of Object.keys(notesErasers)) expect(Object.keys(erasers)).toContain(name);
  // Whatever ends with the next signed talk is erased then, and that it is gone is said before it goes.
  const untilNext = Object.entries(kept).filter(([, { ends }]) => ends.some(({ when }) => when === 'next-signed'));
  expect(Object.keys(notesErasers).sort()).toEqual([...untilNext.map(([name]) => name), 'talks'].sort());
  expect(Object.keys(notesErasers)[0]).toBe('talks');
  // Whoever goes last is named by nothing, and nothing is sealed any more by then.
  expect(Object.keys(erasers)[0]).toBe('talks');
  expect(Object.keys(erasers).slice(-2)).toEqual(['dataKeys', 'people']);
});

describe('what goes of a talk that is old', () => {
  const old: Aged = {
    ...{ finishedAt: day('2026-03-01'), signedAt: day('2026-03-05'), leftAt: null, openAgreements: 0, privateNotes: false },
    ...{ hasBegun: true, lastAt: day('2026-03-01'), nextSigned: false, isErased: false },
  };
  const fresh = { finishedAt: day('2027-09-01'), signedAt: day('2027-09-05'), lastAt: day('2027-09-01') };
  const all: Aging = { parts: 'all', why: null };
  const notes: Aging = { parts: 'notes', why: 'two-years-held' };
  const prepared: Aging = { parts: 'prepared', why: null };
  const next: Aging = { parts: 'notes', why: 'next-signed' };
  it.each<[string, Partial<Aged>, Aging | null]>([
    ['24 months after both signed', {}, all],
    ['an agreement is open', { openAgreements: 1 }, notes],
    ['somebody has private notes', { privateNotes: true }, notes],
    ['held 24 months ago, signed later', { signedAt: day('2026-04-20') }, notes],
    ['23 months', { finishedAt: day('2026-04-20'), signedAt: day('2026-04-25') }, null],
    ['to the day', { finishedAt: now, signedAt: day('2026-03-31') }, all],
    ['held 24 months ago and never signed', { signedAt: null }, notes],
    ['the same, and it went already', { signedAt: null, isErased: true }, null],
    ['never signed, and held 23 months ago', { signedAt: null, lastAt: day('2026-04-20') }, null],
    ['begun 24 months ago and never finished', { signedAt: null, finishedAt: null }, notes],
    ['never begun', { signedAt: null, finishedAt: null, hasBegun: false }, prepared],
    ['never begun, and its time is ahead', { signedAt: null, finishedAt: null, hasBegun: false, lastAt: day('2028-05-02') }, null],
    ['nothing is known of when', { signedAt: null, finishedAt: null, hasBegun: false, lastAt: null }, null],
    ['left unsigned', { signedAt: null, leftAt: day('2026-03-20') }, all],
    ['left unsigned a year ago', { finishedAt: null, signedAt: null, leftAt: day('2027-03-20') }, null],
    ['the next is signed', { ...fresh, nextSigned: true }, next],
    ['the next is signed, and an agreement is open', { ...fresh, nextSigned: true, openAgreements: 2, privateNotes: true }, next],
    ['the next is signed, and it went already', { ...fresh, nextSigned: true, isErased: true }, null],
    ['the next is signed, and this one is not', { ...fresh, signedAt: null, nextSigned: true }, null],
    ['left unsigned, and the next is signed', { finishedAt: null, signedAt: null, leftAt: day('2027-03-20'), nextSigned: true }, next],
    ['its notes went long before the rest', { nextSigned: true, isErased: true }, all],
  ])('%s', (_when, facts, expected) => expect(agedParts({ ...old, ...facts }, false, now)).toEqual(expected));

  it('keeps notes for all their months where it is so configured, and no longer', () => {
    expect(agedParts({ ...old, ...fresh, nextSigned: true }, true, now)).toBeNull();
    expect(agedParts({ ...old, nextSigned: true, openAgreements: 1 }, true, now)).toEqual(notes);
  });
});

describe('what goes with whom', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const talk = fc.record({ employeeId: person, managerId: person, formerIds: fc.array(person, { maxLength: 2 }) });
  const organisation = fc.array(
    talk.filter(({ employeeId, managerId, formerIds }) => employeeId !== managerId && !formerIds.includes(employeeId)),
    { maxLength: 30 },
  );

  it('takes every talk of an employee, of a manager only what is theirs alone, and nothing under a hold or of others, in any organisation', () => {
    fc.assert(
      fc.property(organisation, person, fc.uniqueArray(person, { maxLength: 2 }), (made, leaver, holding) => {
        const talks: Named[] = made.map((one, nth) => ({ ...one, _id: `t${nth}` }));
        const held = new Set<string>(holding);
        const going = goingWith(leaver, talks, held);
        for (const { _id, employeeId, managerId, formerIds } of talks) {
          const everybody = [employeeId, managerId, ...formerIds];
          const isFree = !everybody.some((id) => held.has(id));
          expect(going.talkIds.includes(_id)).toBe(isFree && employeeId === leaver);
          expect(going.aloneIds.includes(_id)).toBe(isFree && employeeId !== leaver && everybody.includes(leaver));
          if (going.talkIds.includes(_id)) for (const id of everybody) expect(going.peopleIds).toContain(id);
        }
        // Whoever leaves first, in the end the same is gone: the talks of each, and nobody else's.
        const second = goingWith(
          'a',
          talks.filter(({ _id }) => !going.talkIds.includes(_id)),
          held,
        );
        const gone = [...going.talkIds, ...second.talkIds].sort();
        const other = goingWith('a', talks, held);
        const after = goingWith(
          leaver,
          talks.filter(({ _id }) => !other.talkIds.includes(_id)),
          held,
        );
        expect(gone).toEqual([...new Set([...other.talkIds, ...after.talkIds])].sort());
      }),
    );
  });
});
