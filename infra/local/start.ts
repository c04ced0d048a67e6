/** `npm start`: builds what is missing, starts everything in the foreground, says how far it is, and ends with one address. */
import { resolve } from 'node:path';
import type { Demo } from './demo.ts';
import { forgetData } from './forget-data.ts';
import { keepExchanges } from './m365/graph/keep-exchanges.ts';
import { readOptions, usage, type Options } from './options.ts';
import { findTakenPort } from './ports.ts';
import { onStopSignal } from './stop-signal.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const fail = (sentence: string, code: number): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
};

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function options(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return fail(`${told(error)}\n\n${usage}`, 2);
  }
}

function stop(demo: Demo): void {
  say('Stopping ...');
  demo.stop().then(
    () => {
      say('Stopped. Your data is kept.');
      process.exit(0);
    },
    (error: unknown) => fail(`Not everything could be stopped in good order. What was saved is kept. ${told(error)}`, 1),
  );
}

async function main({ reset, port, data, help }: Options): Promise<void> {
  if (help) return say(usage);
  const names = ['the local Microsoft 365', 'Samtal', 'the store'];
  const ports = names.map((name, step) => ({ name, port: port + step }));
  const taken = await findTakenPort(process.env.MONGODB_URI ? ports.slice(0, 2) : ports);
  if (taken)
    fail(`Port ${taken.port}, meant for ${taken.name}, is taken. Stop what listens there, or choose others: npm start -- --port N`, 1);
  if (reset && process.env.MONGODB_URI)
    fail(
      `--reset never empties the server that MONGODB_URI names. Drop its database "samtal", delete the folder ${data}, and start again.`,
      1,
    );
  if (reset) await forgetData(resolve(data));
  // Loaded only now, so that a wrong option or a taken port is told at once.
  const [{ buildIfStale }, { demoCompany }, { startDemo }] = await Promise.all([
    import('./build.ts'),
    import('./company/company.ts'),
    import('./demo.ts'),
  ]);
  keepExchanges();
  await buildIfStale(say);
  const demo = await startDemo({
    data,
    port,
    companies: [demoCompany({ week: new Date() })],
    log: say,
    ...(process.env.MONGODB_URI ? { mongoUri: process.env.MONGODB_URI } : {}),
    ...(process.env.SAMTAL_LOG ? { logLevel: process.env.SAMTAL_LOG } : {}),
  });
  onStopSignal(() => stop(demo));
  say(`Look inside at ${demo.url}/desk. Stop with Ctrl-C.`);
  say(`Samtal is ready: ${demo.url}`);
}

await main(options()).catch((error: unknown) => fail(`Samtal could not start. ${told(error)}`, 1));
