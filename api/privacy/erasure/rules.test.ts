import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kept } from '../rules/kept.ts';
import { erasers, ofNotes } from './list-erasers.ts';
import { agedParts, goingWith, type Aged, type Named } from './rules.ts';

const now = new Date('2028-03-31T10:00:00Z');
const day = (text: string): Date => new Date(`${text}T10:00:00Z`);

it('Whatever is kept of people has somebody who erases it, and so have its keys', () => {
  const ofPeople = Object.entries(kept).flatMap(([name, { goesWith }]) => (goesWith === 'nobody' ? [] : [name]));
  expect(Object.keys(erasers).sort()).toEqual([...ofPeople, 'dataKeys'].sort());
  for (const name of ofNotes) expect(Object.keys(erasers)).toContain(name);
  // Whoever goes last is named by nothing, and nothing is sealed any more by then.
  expect(Object.keys(erasers)[0]).toBe('talks');
  expect(Object.keys(erasers).slice(-2)).toEqual(['dataKeys', 'people']);
});

describe('what goes of a talk that is old', () => {
  const old: Aged = { finishedAt: day('2026-03-01'), signedAt: day('2026-03-05'), leftAt: null, openAgreements: 0, privateNotes: false };
  it.each<[string, Partial<Aged>, ReturnType<typeof agedParts>]>([
    ['24 months after both signed', {}, 'all'],
    ['an agreement is open', { openAgreements: 1 }, 'notes'],
    ['somebody has private notes', { privateNotes: true }, 'notes'],
    ['held 24 months ago, signed later', { signedAt: day('2026-04-20') }, 'notes'],
    ['23 months', { finishedAt: day('2026-04-20'), signedAt: day('2026-04-25') }, null],
    ['to the day', { finishedAt: now, signedAt: day('2026-03-31') }, 'all'],
    ['never signed', { signedAt: null }, null],
    ['left unsigned', { signedAt: null, leftAt: day('2026-03-20') }, 'all'],
    ['left unsigned a year ago', { finishedAt: null, signedAt: null, leftAt: day('2027-03-20') }, null],
  ])('%s', (_when, facts, expected) => expect(agedParts({ ...old, ...facts }, now)).toBe(expected));
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
