/** Calls whose token ends while they are on their way: Entra at the other end of the line gives numbered tokens, and Graph takes none before `oldest`. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../clock/clock.ts';
import type { Config } from '../config/config.ts';
import { GraphRefused } from './failures.ts';
import { createSendGraph } from './http.ts';
import { createPacer } from './pacer.ts';

const real = globalThis.fetch;
afterAll(() => void (globalThis.fetch = real));

let line: { given: number; oldest: number; asked: number[]; held: (() => void)[] | null };
const answer = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

beforeEach(() => {
  line = { given: 0, oldest: 1, asked: [], held: null };
  globalThis.fetch = async (input, init) => {
    const { hostname, pathname } = new URL(input instanceof Request ? input.url : input.toString());
    if (pathname.endsWith('/token')) {
      // Whoever looks for the kept token meanwhile finds the one before.
      await pause(50);
      return answer(200, { access_token: String((line.given += 1)), token_type: 'Bearer', expires_in: 3600 });
    }
    if (hostname !== 'graph.microsoft.com') throw new Error(`Asked ${hostname}${pathname}`);
    const token = Number(new Headers(init?.headers).get('Authorization')?.replace('Bearer ', ''));
    line.asked.push(token);
    const { held } = line;
    if (held) await new Promise<void>((go) => held.push(go));
    return token < line.oldest ? answer(401, { error: { code: 'InvalidAuthenticationToken', message: 'ended' } }) : answer(200, { token });
  };
});

function caller(path = '/users/x'): () => Promise<number> {
  const config = { clientId: 'samtal', clientSecret: 'known to Entra' } as Config;
  const send = createSendGraph(config, { clock: systemClock, pacer: createPacer(systemClock) });
  return async () => (await send<{ token: number }>('11111111-1111-4111-8111-111111111111', { path })).token;
}

/** Holds what is asked until that many wait, has something happen meanwhile, and lets all go on in one moment. */
async function together(
  call: () => Promise<number>,
  many: number,
  meanwhile: () => Promise<unknown>,
): Promise<PromiseSettledResult<number>[]> {
  const held: (() => void)[] = [];
  line.held = held;
  const calls = Promise.allSettled(Array.from({ length: many }, call));
  await expect.poll(() => held.length).toBe(many);
  line.held = null;
  await meanwhile();
  for (const go of held) go();
  return calls;
}

it('However many are refused in one moment, while others queue for the same mailbox, each is asked again with a fresh token', async () => {
  const call = caller('/users/x/events');
  expect(await call()).toBe(1);
  const atATime = 4;
  let queued: Promise<PromiseSettledResult<number>[]> | undefined;
  const answers = await together(call, atATime, async () => {
    line.oldest = 2;
    queued = Promise.allSettled([call(), call()]);
  });
  expect([...answers, ...((await queued) ?? [])].map(({ status }) => status)).toEqual(Array<string>(6).fill('fulfilled'));
});

it('What others have got meanwhile may have ended as well', async () => {
  const call = caller();
  expect(await call()).toBe(1);
  const [late] = await together(call, 1, async () => {
    line.oldest = 2;
    expect(await call()).toBe(2);
    line.oldest = 3;
  });
  expect(late).toEqual({ status: 'fulfilled', value: 3 });
});

it('What is refused with a fresh token is refused, after two tries', async () => {
  line.oldest = Infinity;
  const call = caller();
  await expect(call()).rejects.toBeInstanceOf(GraphRefused);
  expect(line.asked).toEqual([1, 2]);
});
