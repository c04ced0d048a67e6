/** Deep links and addresses: every place has one and comes back from it; what means nothing is no place. */
import { describe, expect, it } from 'vitest';
import { pathOf, placeOf, planSteps, type Place } from './routes.ts';

const places: Place[] = [
  { page: 'my-talk' },
  { page: 'reminders' },
  { page: 'my-data' },
  { page: 'new-manager' },
  { page: 'person', employeeId: 'erik/å' },
  { page: 'look-back', employeeId: 'erik' },
  { page: 'agreements' },
  { page: 'agreements', whose: 'team' },
  { page: 'goals' },
  { page: 'goals', whose: 'team' },
  { page: 'team' },
  { page: 'hr' },
  { page: 'new-cycle' },
  { page: 'cycle', cycleId: 'c-1' },
  ...planSteps.flatMap((step): Place[] => [
    { page: 'new-cycle', step },
    { page: 'cycle', cycleId: 'c-1', step },
  ]),
  { page: 'talk', talkId: 't 1/å' },
  { page: 'prepare', talkId: 't-1' },
  { page: 'sign', talkId: 't-1' },
  { page: 'paper', talkId: 't-1' },
  { page: 'meeting' },
];

describe('places', () => {
  it.each(places.map((place): [string, Place] => [pathOf(place), place]))('%s', (path, place) => {
    expect(placeOf(path)).toEqual(place);
  });

  it.each([
    ['', 'my-talk'],
    ['/', 'my-talk'],
    ['my-talk', 'my-talk'],
    ['hr/cycles/c-1', 'cycle'],
    ['talks/t-1/prepare', 'prepare'],
    ['talks/t-1/sign', 'sign'],
  ])('reads the deep link "%s"', (subEntityId, page) => {
    expect(placeOf(subEntityId)?.page).toBe(page);
  });

  it.each([
    'nowhere',
    'talks',
    'talks/t-1/erase',
    'talks/t-1/sign/x',
    'hr/cycles',
    'hr/cycles/c-1/when/x',
    'hr/cycles/c-1/nothing',
    'team/x',
    'people',
    'people/erik/else',
    'people/erik/back/more',
    'agreements/erik',
    'agreements/team/x',
    'goals/erik',
    'goals/team/x',
  ])('knows no place "%s"', (path) => {
    expect(placeOf(path)).toBeNull();
  });

  it('does not stumble over a broken escape', () => {
    expect(placeOf('/talks/%E0%A4%A')).toEqual({ page: 'talk', talkId: '%E0%A4%A' });
  });
});
