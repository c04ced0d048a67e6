/** Who is invited when a room is exchanged, which room an event is held in, and when one is missing. */
import { describe, expect, it } from 'vitest';
import { guestsWith, isHeldIn, lacksRoom, roomIn, roomMark } from './rules.ts';

const big = { address: 'big@x.example', name: 'Big' };
const small = { address: 'small@x.example', name: 'Small' };
const anna = { type: 'required' as const, address: 'anna@x.example', name: 'Anna' };
const hedda = { type: 'optional' as const, address: 'hedda@x.example', name: 'Hedda' };
const asked = (...rooms: [{ address: string; name: string }, string][]) =>
  new Map(rooms.map(([{ address, name }, response]) => [address, { name, response }]));

describe('exchanging a room', () => {
  it('leaves the people as they are', () => {
    const before = [anna, { type: 'resource' as const, ...big }, hedda];
    expect(guestsWith(before, small)).toEqual([anna, hedda, { type: 'resource', ...small }]);
    expect(guestsWith(before, null)).toEqual([anna, hedda]);
  });

  it.each([
    [[anna, { type: 'resource' as const, ...big, address: 'BIG@x.example' }], big, true],
    [[anna, { type: 'resource' as const, ...small }], big, false],
    [
      [
        { type: 'resource' as const, ...big },
        { type: 'resource' as const, ...small },
      ],
      big,
      false,
    ],
    [[anna], null, true],
    [[{ type: 'resource' as const, ...big }], null, false],
  ])('%# is done or not', (guests, room, expected) => expect(isHeldIn(guests, room)).toBe(expected));
});

describe('the room an event is held in', () => {
  it.each([
    ['the talk’s own while it is asked', asked([big, 'declined'], [small, 'accepted']), big, big],
    ['one that somebody has put in its place', asked([small, 'none']), big, small],
    ['rather one that has not declined', asked([small, 'declined'], [big, 'none']), null, big],
    ['none', asked(), big, null],
  ])('is %s', (_what, rooms, own, expected) => expect(roomIn(rooms, own)).toEqual(expected));

  it.each([
    ['it has declined', asked([big, 'declined']), big, true, true],
    ['there is none', asked(), null, true, true],
    ['it has not answered', asked([big, 'none']), big, true, false],
    ['none is wanted', asked(), null, false, false],
  ])('is missing or not when %s', (_what, rooms, room, wanted, expected) => expect(lacksRoom(rooms, room, wanted)).toBe(expected));

  it('is asked about anew at another time, and of another room', () => {
    const [one, other] = [new Date('2027-02-01T08:00:00Z'), new Date('2027-02-01T09:00:00Z')];
    expect(new Set([roomMark(one, big), roomMark(other, big), roomMark(one, small), roomMark(one, null)]).size).toBe(4);
  });
});
