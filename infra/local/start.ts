/** `npm start`: builds what is missing, starts everything in the foreground, says how far it is, and ends with one address. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildIfStale } from './build.ts';
import { demoCompany } from './company/company.ts';
import { startDemo } from './demo.ts';
import { readOptions, usage, type Options } from './options.ts';
import { findTakenPort } from './ports.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const fail = (sentence: string, code: number): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
};

function options(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2);
  }
}

async function main({ reset, port, data, help }: Options): Promise<void> {
  if (help) return say(usage);
  const names = ['the local Microsoft 365', 'Samtal', 'the store'];
  const ports = names.map((name, step) => ({ name, port: port + step }));
  const taken = await findTakenPort(process.env.MONGODB_URI ? ports.slice(0, 2) : ports);
  if (taken) fail(`Port ${taken.port}, meant for ${taken.name}, is taken. Stop what listens there, or choose others: npm start -- --port N`, 1);
  if (reset) rmSync(resolve(data), { recursive: true, force: true });
  await buildIfStale(say);
  const demo = await startDemo({
    data,
    port,
    companies: [demoCompany({ week: new Date() })],
    log: say,
    ...(process.env.MONGODB_URI ? { mongoUri: process.env.MONGODB_URI } : {}),
    ...(process.env.SAMTAL_LOG ? { logLevel: process.env.SAMTAL_LOG } : {}),
  });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C does not wait.
      if (stopping) process.exit(130);
      stopping = true;
      say('Stopping ...');
      void demo.stop().then(() => {
        say('Stopped. Your data is kept.');
        process.exit(0);
      });
    });
  }
  say(`Look inside at ${demo.url}/desk. Stop with Ctrl-C.`);
  say(`Samtal is ready: ${demo.url}`);
}

await main(options()).catch((error: unknown) => fail(`Samtal could not start. ${error instanceof Error ? error.message : String(error)}`, 1));
