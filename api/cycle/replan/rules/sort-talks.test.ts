/** Which talks are planned again, and which are left to others. */
import { expect, it } from 'vitest';
import type { OpenTalk } from '#api/talk/replan/contract.ts';
import type { Known } from '../../rules/sort-pairs.ts';
import { sortTalks, withoutManager, type Sorted } from './sort-talks.ts';

const now = new Date('2027-02-01T08:00:00Z');
const first = new Date('2027-02-02T23:00:00Z');
const at = (day: number): OpenTalk['time'] => ({
  start: new Date(`2027-02-${String(day).padStart(2, '0')}T09:00:00Z`),
  end: new Date(`2027-02-${String(day).padStart(2, '0')}T10:00:00Z`),
});
const person = (personId: string, managerId: string | null, enabled = true): Known => ({ personId, managerId, enabled, hasMailbox: true });
const people = new Map(
  [person('erik', 'maja'), person('maja', 'vera'), person('vera', null), person('gone', 'maja', false), person('otto', 'quit')]
    .concat([person('elin', 'vera'), person('emil', 'vera'), person('quit', null, false)])
    .map((one) => [one.personId, one]),
);
const talk = (employeeId: string, part: Partial<OpenTalk> = {}): OpenTalk => ({
  ...{ talkId: `t-${employeeId}`, employeeId, managerId: 'maja', time: at(10), lengthMinutes: 60 },
  ...{ hasStarted: false, isBeingWritten: false, isMovedByThem: false, ...part },
});
const usual = { heldBy: [{ employeeId: 'elin', managerId: 'otto' }] };

it.each<[string, OpenTalk, keyof Sorted | 'none']>([
  ['a talk to come', talk('erik'), 'open'],
  ['one without a time', talk('erik', { time: null }), 'open'],
  ['one that has begun', talk('erik', { hasStarted: true }), 'none'],
  ['one that has begun with somebody who is the manager no more', talk('emil', { hasStarted: true, isHeld: true }), 'begun'],
  ['one that they have both signed', talk('emil', { hasStarted: true, isHeld: true, isSigned: true }), 'none'],
  ['one that has begun with whom HR has given it to', talk('elin', { managerId: 'otto', hasStarted: true }), 'none'],
  ['one whose time has passed', talk('erik', { time: { start: new Date('2027-02-01T07:00:00Z'), end: now } }), 'none'],
  ['one tomorrow', talk('erik', { time: at(2) }), 'soon'],
  ['one on the first day that may be planned', talk('erik', { time: at(3) }), 'open'],
  ['one that is on its way into the calendars', talk('erik', { isBeingWritten: true }), 'soon'],
  ['one of somebody who has left', talk('gone'), 'leavers'],
  ['one of somebody nobody knows any more', talk('nobody'), 'leavers'],
  ['one of somebody with another manager', talk('elin'), 'open'],
  ['one of somebody with another manager, and HR keeps it', talk('emil'), 'otherManager'],
  ['one of somebody with another manager, tomorrow', talk('elin', { time: at(2) }), 'otherManager'],
  ['one that HR has given to the one who holds it', talk('elin', { managerId: 'otto' }), 'open'],
  ['one whose manager has left', talk('otto', { managerId: 'quit' }), 'alone'],
])('%s', (_what, one, expected) => {
  const sorted = sortTalks([one], people, usual, { now, first, keepManager: ['emil'] });
  const found = Object.entries(sorted).flatMap(([list, talks]) => (talks.length > 0 ? [list] : []));
  expect(found).toEqual(expected === 'none' ? [] : [expected]);
});

it('plans a talk to be handed over with the new manager, and knows the old one', () => {
  const { open } = sortTalks([talk('elin')], people, { heldBy: [] }, { now, first });
  expect(open).toMatchObject([{ employeeId: 'elin', managerId: 'vera', handOverFrom: 'maja', time: at(10) }]);
});

it('names those who have no manager any more, or only themselves, and nobody whom HR has given to somebody', () => {
  const odd = new Map([...people, ['elin', person('elin', null)], ['emil', person('emil', 'emil')]]);
  const talks = [talk('erik'), talk('elin', { managerId: 'otto' }), talk('emil'), talk('vera')];
  expect([withoutManager(talks, odd, usual), withoutManager(talks, odd, { heldBy: [] })]).toEqual([
    ['emil', 'vera'],
    ['elin', 'emil', 'vera'],
  ]);
});
