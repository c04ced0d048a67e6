/** Instances that live are counted, and those that have gone are not for long. */
import { expect, it } from 'vitest';
import { givenOwnDb } from '#test/given/own-db.ts';
import { countInstances, sayEveryMs } from './instances.ts';

const db = givenOwnDb('instances');

it('counts each once, forgets who has not said a word for some time, and whom another clock has put into the future', async () => {
  const begin = Date.parse('2027-02-01T08:00:00Z');
  const say = (id: string, seconds: number) => countInstances(db(), id, new Date(begin + seconds * 1000));
  expect(await say('a', 0)).toBe(1);
  expect(await say('b', 1)).toBe(2);
  for (const seconds of [10, 20, 30]) expect(await say('a', seconds)).toBe(2);
  // B has gone.
  expect(await say('a', 40)).toBe(1);
  expect(await say('c', 86_400)).toBe(1);
  expect(await say('a', 50)).toBe(1);
  expect(sayEveryMs).toBeLessThanOrEqual(10_000);
});
