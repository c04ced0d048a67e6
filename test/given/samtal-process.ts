/**
 * Samtal in a process of its own, which a test may kill: reads its settings from the environment, as production does, sends Microsoft's hosts to
 * the local ones, and tells its parent when it listens. Its clock goes on from the instant that it is told.
 */
import { readConfig } from '#api/platform/config/config.ts';
import { redirectMicrosoft } from '#infra/local/redirect.ts';

const { TEST_M365_URL, TEST_NOW, TEST_DIES_AT, TEST_DIES } = process.env;
if (!TEST_M365_URL || !TEST_NOW) throw new Error('TEST_M365_URL and TEST_NOW say where and when this process is');
redirectMicrosoft(TEST_M365_URL);
if (TEST_DIES_AT) dieAt(Number(TEST_DIES_AT), TEST_DIES === 'before');

/** Kills this process (SIGKILL) at the nth call to Graph, reading the directory and watching calendars left out: just before it is sent, or when its answer is there. */
function dieAt(nth: number, before: boolean): void {
  const send = globalThis.fetch;
  let calls = 0;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    const counts =
      address.startsWith('https://graph.microsoft.com/') &&
      !/users\/delta|\$batch|mailboxSettings|calendarView\/delta|subscriptions/.test(address);
    if (counts) calls += 1;
    const isLast = counts && calls === nth;
    if (isLast && before) process.kill(process.pid, 'SIGKILL');
    const answer = await send(input, init);
    if (isLast) process.kill(process.pid, 'SIGKILL');
    return answer;
  };
}
const offsetMs = new Date(TEST_NOW).getTime() - Date.now();
const { createServer } = await import('#api/server.ts');
const { mountBot } = await import('#bot/main.ts');
const samtal = await createServer(readConfig(), { now: () => new Date(Date.now() + offsetMs) }, mountBot);
process.send?.({ listening: await samtal.listen() });
process.on('disconnect', () => process.exit(0));
