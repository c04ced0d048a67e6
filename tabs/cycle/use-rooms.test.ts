import { describe, expect, it } from 'vitest';
import { byBuilding, withoutRooms, withRooms } from './use-rooms.ts';

const room = (name: string, building = '') => ({ address: `${name}@x.example`, name, building });
const offered = [
  { ...room('a', 'North'), capacity: 4 },
  { ...room('b'), capacity: null },
  { ...room('c', 'East'), capacity: 6 },
];

describe('rooms as HR chooses them', () => {
  it('stand by building, those without one last, with what is chosen and not offered any more', () => {
    const shown = byBuilding(offered, [room('gone', 'North'), room('a', 'North')]);
    expect(shown.map(({ building, rooms }) => `${building}: ${rooms.map(({ name }) => name).join()}`)).toEqual([
      'East: c',
      'North: a,gone',
      ': b',
    ]);
  });

  it('are added once, without what is only shown, and taken out alone', () => {
    const [a] = offered;
    const chosen = withRooms(withRooms([], a ? [a] : []), offered);
    expect(chosen).toEqual([room('a', 'North'), room('b'), room('c', 'East')]);
    expect(withoutRooms(chosen, [room('b')])).toEqual([room('a', 'North'), room('c', 'East')]);
  });
});
