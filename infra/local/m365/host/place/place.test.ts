import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, placeOf, type Place } from './place.ts';

describe('place', () => {
  it.each<[string, Partial<Place>]>([
    ['/', { view: 'home', personId: null }],
    ['/?person=a', { view: 'home', personId: 'a' }],
    ['/app?person=a&at=talks%2F1%2Fprepare', { view: 'app', personId: 'a', at: 'talks/1/prepare' }],
    ['/meeting/19%3Ameeting_x%40thread.v2?person=a', { view: 'meeting', id: '19:meeting_x@thread.v2' }],
    ['/desk', { view: 'desk', id: null }],
    ['/nowhere/at/all', { view: 'home' }],
    ['/chat/%E0%A4%A', { view: 'chat', id: null }],
  ])('reads %s', (address, place) => {
    expect(placeOf(address)).toMatchObject(place);
  });

  it('reads back every address it writes', () => {
    const some = fc.option(fc.string({ minLength: 1 }), { nil: null });
    const view = fc.constantFrom('activity', 'chat', 'calendar', 'mail', 'app', 'meeting', 'desk');
    fc.assert(
      fc.property(fc.record({ view, personId: some, id: some, at: some }), (place) => {
        // A path cannot hold a part that is only dots.
        fc.pre(!/^\.+$/.test(place.id ?? ''));
        expect(placeOf(addressOf(place as Place))).toEqual(place);
      }),
    );
  });
});
