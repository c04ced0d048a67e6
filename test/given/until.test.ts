/** Waiting for a condition: it ends when the condition holds, and says what it waited for when it never does. */
import { expect, it } from 'vitest';
import { until } from './until.ts';

it('asks until there is an answer, and gives it', async () => {
  let asked = 0;
  expect(await until(() => (++asked >= 3 ? asked : null), { message: 'asked three times' })).toBe(3);
});

it('takes 0 and an empty text for answers', async () => {
  expect(await until(() => 0, { message: 'there is a number' })).toBe(0);
  expect(await until(() => '', { message: 'there is a text' })).toBe('');
});

it('takes an error for "not yet"', async () => {
  let asked = 0;
  const answer = (): string => {
    if (++asked < 2) throw new Error('too early');
    return 'now';
  };
  expect(await until(answer, { message: 'it is time' })).toBe('now');
});

it('says what it waited for in vain, what it saw last and why', async () => {
  const fails = (): never => {
    throw new Error('still closed');
  };
  await expect(until(fails, { message: 'the door is open', withinMs: 20, seen: () => ({ door: 'shut' }) })).rejects.toThrow(
    'Waited 20 ms in vain until the door is open. Last seen: {"door":"shut"} still closed',
  );
});
