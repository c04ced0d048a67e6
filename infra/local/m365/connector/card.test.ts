/** When Teams asks for a card by itself. */
import { expect, it } from 'vitest';
import { isAskedFor, isOldEnough } from './card.ts';

const now = new Date('2026-12-01T09:00:00.000Z');

it.each<[string, string | null, boolean]>([
  ['was never asked for', null, true],
  ['was asked for just now', '2026-12-01T09:00:00.000Z', false],
  ['was asked for a minute ago', '2026-12-01T08:59:00.000Z', false],
  ['was asked for longer than a minute ago', '2026-12-01T08:58:59.999Z', true],
  ['was asked for before the clock was set back', '2026-12-01T09:00:00.001Z', true],
])('a card that %s', (_what, lastAsked, isAsked) => {
  expect(isOldEnough(lastAsked, now)).toBe(isAsked);
});

it.each<[string, string[] | null, boolean]>([
  ['no list, for everybody', null, true],
  ['an empty list, for nobody', [], false],
  ['others, not for this person', ['29:b', '29:c'], false],
  ['them, for this person', ['29:b', '29:a'], true],
])('a card names %s', (_whom, userIds, isAsked) => {
  const refresh = { data: {}, userIds };
  const who = { accountId: '29:a', members: 1 };
  expect(isAskedFor(refresh, { ...who, lastAsked: null }, now)).toBe(isAsked);
  expect(isAskedFor(refresh, { ...who, lastAsked: now.toISOString() }, now)).toBe(false);
});

it.each<[number, string[] | null, boolean]>([
  [60, null, true],
  [61, null, false],
  [61, ['29:a'], true],
])('in a chat of %i, a card that names %s', (members, userIds, isAsked) => {
  expect(isAskedFor({ data: {}, userIds }, { accountId: '29:a', members, lastAsked: null }, now)).toBe(isAsked);
});
