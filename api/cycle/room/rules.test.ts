/** Which rooms are near whom. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIn, noPool, poolFor, poolsOf, roomsToTry, type Located } from './rules.ts';

const room = (name: string, building = '', timeZone = 'Europe/Stockholm'): Located => ({
  address: `${name}@x.example`,
  name,
  building,
  timeZone,
});
const rooms = [room('a', 'Stockholm'), room('b', 'Stockholm'), room('c', 'Göteborg'), room('d', 'Helsinki', 'Europe/Helsinki'), room('e')];
const namesIn = (office: string, timeZone = 'Europe/Stockholm', among = rooms): string => {
  const pools = poolsOf(among);
  const id = poolFor(pools, { office, timeZone });
  return (pools.find((pool) => pool.id === id)?.rooms ?? []).map(({ name }) => name).join('');
};

describe('a building', () => {
  it.each([
    ['Stockholm', 'stockholm ', true],
    ['Stockholm', 'Stockholm, floor 3', true],
    ['Building 12, Lund', 'Lund', true],
    ['Stockholm', 'Göteborg', false],
    ['', 'Stockholm', false],
    ['Stockholm', '', false],
    ['1', 'Building 12', false],
  ])('%j holds %j: %s', (building, office, expected) => expect(isIn(building, office)).toBe(expected));
});

describe('rooms for the talks that somebody holds', () => {
  it.each([
    ['are those of the own building', 'Göteborg', 'Europe/Stockholm', 'c'],
    ['are the largest group of the own time zone, when the office says nothing', '', 'Europe/Stockholm', 'ab'],
    ['are in the own town also when another zone has more', 'Esbo', 'Europe/Helsinki', 'd'],
    ['are none, rather than in another time zone', 'London', 'Europe/London', ''],
  ])('%s', (_what, office, timeZone, expected) => expect(namesIn(office, timeZone)).toBe(expected));

  it('are all of a time zone when no building is named', () => {
    expect(namesIn('Anywhere', 'Europe/Stockholm', [room('x'), room('y'), room('z', '', 'Europe/Helsinki')])).toBe('xy');
    expect(poolFor([], { office: 'Stockholm', timeZone: 'Europe/Stockholm' })).toBe(noPool);
  });

  it('are each in exactly one pool, whatever the buildings', () => {
    const any = fc.array(
      fc.record({ building: fc.constantFrom('', 'A', 'a ', 'B'), zone: fc.constantFrom('Europe/Paris', 'Europe/Oslo') }),
    );
    fc.assert(
      fc.property(any, (given) => {
        const all = given.map(({ building, zone }, at) => room(`r${at}`, building, zone));
        const names = poolsOf(all).flatMap((pool) => pool.rooms.map(({ name }) => name));
        expect(names.sort()).toEqual(all.map(({ name }) => name).sort());
      }),
    );
  });
});

describe('rooms to try for one talk', () => {
  it.each([
    ['its own first, then others of that building', { address: 'b@x.example' }, 'Göteborg', 'ba'],
    ['those of the manager’s building when it has none', null, 'Göteborg', 'c'],
    ['all when nobody knows where', null, '', 'abcde'],
    ['only its own when the building has no other', { address: 'd@x.example' }, 'Stockholm', 'd'],
  ])('are %s', (_what, present, office, expected) =>
    expect(
      roomsToTry(rooms, present, office)
        .map(({ name }) => name)
        .join(''),
    ).toBe(expected),
  );
});
