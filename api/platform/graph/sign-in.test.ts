/** A sign-in that nobody answered is made again; one that Entra refused is not. */
import { expect, it } from 'vitest';
import { signIn } from './sign-in.ts';

/** Waits between tries are over at once; the time that all of them may take never is. */
const wait = (ms: number): Promise<void> => (ms <= 5_000 ? Promise.resolve() : new Promise(() => undefined));
const clock = { now: () => new Date('2027-02-01T07:30:00Z'), wait };
const cut = new Error('Failed to acquire access token on behalf of user: Network request failed: fetch failed');
const refused = new Error('Failed to acquire access token on behalf of user: AADSTS7000215: Invalid client secret provided.');

it.each<[string, Error[], number, string]>([
  ['a connection that was closed as it was used again', [cut], 2, 'token'],
  ['two of them', [cut, cut], 3, 'token'],
  ['a machine that cannot be reached', [cut, cut, cut], 3, cut.message],
  ['a refusal', [refused], 1, refused.message],
  ['a refusal, after a closed connection', [cut, refused], 2, refused.message],
])('%s', async (_what, errors, tries, said) => {
  let asked = 0;
  const once = (): Promise<string> => {
    const error = errors[asked];
    asked += 1;
    return error ? Promise.reject(error) : Promise.resolve('token');
  };
  expect(await signIn(clock, once).catch((error: unknown) => (error instanceof Error ? error.message : ''))).toBe(said);
  expect(asked).toBe(tries);
});
