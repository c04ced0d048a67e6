/** Starts Samtal in production: configuration from the environment, the server with the bot, and a graceful stop. */
import { isMainThread } from 'node:worker_threads';
import { mountBot } from '#bot/main.ts';
import { systemClock } from './platform/clock/clock.ts';
import { readConfig } from './platform/config/config.ts';
import { createServer } from './server.ts';

async function start(): Promise<void> {
  const config = readConfig();
  const samtal = await createServer(config, systemClock, mountBot);
  const url = await samtal.listen();
  samtal.platform.log.info({ url }, 'Samtal listens');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      samtal.platform.log.info({ signal }, 'Samtal stops');
      void samtal.stop().then(() => process.exit(0));
    });
  }
}

// Built into one file, it is also what the planner's thread runs (cycle/planner/plan-apart.ts).
if (isMainThread) await start();
