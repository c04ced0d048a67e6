import { expect, it } from 'vitest';
import { datesOf } from '#api/talk/summary-file/rules/dates.ts';
import { sv } from './texts/sv.ts';
import { wordingOf } from './wording.ts';

const wording = wordingOf(sv, datesOf(sv.locale, 'Europe/Stockholm'));

it.each<[name: string, value: unknown, within: object, expected: string | null]>([
  ['startedAt', '2027-02-04T09:00:00.000Z', {}, '4 februari 2027 kl. 10:00'],
  ['due', '2027-06-30', {}, '30 juni 2027'],
  ['from', '2027-02-08', {}, '8 februari 2027'],
  ['from', 450, {}, '07:30'],
  ['weekday', 1, {}, 'måndag'],
  ['weekdays', [1, 7], {}, 'måndag, söndag'],
  ['lengthMinutes', 60, {}, '60'],
  ['answered', true, {}, 'ja'],
  ['status', 'released', { cycle: '' }, 'förberett'],
  ['status', 'kept', {}, 'hållen'],
  ['kind', 'talk-booked', { way: '' }, 'ett samtal bokades'],
  ['kind', 'blocked', { weekday: 1 }, 'passar inte'],
  ['kind', 'signed', {}, 'Underskrift'],
  ['off', ['talk'], {}, 'samtalet'],
  // What somebody wrote stays as it is, whatever it looks like.
  ['text', '2027-06-30', {}, '2027-06-30'],
  ['what', 'kept', {}, 'kept'],
  ['steps', [{}], {}, null],
  ['facts', {}, {}, null],
])('%s %j (in %j): %s', (name, value, within, expected) => expect(wording.of(name, value, within)).toBe(expected));
