import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, hasView, placeOf, type Place } from './place.ts';

describe('place', () => {
  it.each<[string, Partial<Place>]>([
    ['/', { view: 'home', personId: null }],
    ['/?person=a', { view: 'home', personId: 'a' }],
    ['/app?person=a&at=talks%2F1%2Fprepare', { view: 'app', personId: 'a', at: 'talks/1/prepare' }],
    ['/meeting/19%3Ameeting_x%40thread.v2?person=a', { view: 'meeting', id: '19:meeting_x@thread.v2' }],
    ['/desk', { view: 'desk', id: null, host: 'teams' }],
    ['/calendar?host=outlook&person=a', { view: 'calendar', host: 'outlook', personId: 'a' }],
    ['/app?host=elsewhere', { view: 'app', host: 'teams' }],
    ['/nowhere/at/all', { view: 'home' }],
    ['/chat/%E0%A4%A', { view: 'chat', id: null }],
  ])('reads %s', (address, place) => {
    expect(placeOf(address)).toMatchObject(place);
  });

  it('reads back every address it writes', () => {
    const some = fc.option(fc.string({ minLength: 1 }), { nil: null });
    const view = fc.constantFrom('activity', 'chat', 'calendar', 'mail', 'app', 'meeting', 'desk');
    const host = fc.constantFrom('teams', 'outlook', 'office');
    fc.assert(
      fc.property(fc.record({ view, host, personId: some, id: some, at: some }), (place) => {
        // A path cannot hold a part that is only dots.
        fc.pre(!/^\.+$/.test(place.id ?? ''));
        expect(placeOf(addressOf(place as Place))).toEqual(place);
      }),
    );
  });

  it('has chats and activities in Teams only, and the app everywhere', () => {
    const hosts = (view: Place['view']): string[] => (['teams', 'outlook', 'office'] as const).filter((host) => hasView(host, view));
    expect(hosts('chat')).toEqual(['teams']);
    expect(hosts('activity')).toEqual(['teams']);
    expect(hosts('calendar')).toEqual(['teams', 'outlook']);
    expect(hosts('app')).toEqual(['teams', 'outlook', 'office']);
  });
});
