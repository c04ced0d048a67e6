/**
 * Samtal in a process of its own, which a test may kill: reads its settings from the environment, as production does, sends Microsoft's hosts to
 * the local ones, and tells its parent when it listens. Its clock goes on from the instant that it is told.
 */
import { readConfig } from '#api/platform/config/config.ts';
import { redirectMicrosoft } from '#infra/local/redirect.ts';

const { TEST_M365_URL, TEST_NOW } = process.env;
if (!TEST_M365_URL || !TEST_NOW) throw new Error('TEST_M365_URL and TEST_NOW say where and when this process is');
redirectMicrosoft(TEST_M365_URL);
const offsetMs = new Date(TEST_NOW).getTime() - Date.now();
const { createServer } = await import('#api/server.ts');
const { mountBot } = await import('#bot/main.ts');
const samtal = await createServer(readConfig(), { now: () => new Date(Date.now() + offsetMs) }, mountBot);
process.send?.({ listening: await samtal.listen() });
process.on('disconnect', () => process.exit(0));
