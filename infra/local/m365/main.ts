/**
 * `npm run m365 -- --port N --people N --data DIR`: the local Microsoft 365 alone, in the foreground, with a generated company and one registered
 * app. Prints its addresses and what a client needs to sign in; the last line says that it is ready.
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../build.ts';
import { guidOf } from './core/ids.ts';
import type { AppRegistration } from './core/world.ts';
import { generateCompany } from './generate/generate-company.ts';
import { keepExchanges } from './graph/keep-exchanges.ts';
import { startM365 } from './start.ts';

const usage = `npm run m365 -- [options]
  --port N      port on 127.0.0.1 (default 4100; 0 takes a free one)
  --people N    how many work in the company (default 100)
  --seed TEXT   another company of the same size
  --data DIR    folder that keeps everything (default: nothing is kept)
  --secret TEXT secret of the registered app (default: a new one)
  --help        this text`;
type Options = { port: number; people: number; seed: string; data: string | undefined; secret: string; help: boolean };

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const fail = (sentence: string, code: number): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
};
const text = { type: 'string' } as const;

function readOptions(): Options {
  try {
    const options = { port: text, people: text, seed: text, data: text, secret: text, help: { type: 'boolean' } } as const;
    const { values } = parseArgs({ options });
    const whole = (name: string, value: string, least: number, most: number): number => {
      const number = Number(value);
      if (!Number.isInteger(number) || number < least || number > most)
        throw new Error(`--${name} must be a whole number from ${least} to ${most}, not "${value}".`);
      return number;
    };
    const { port = '4100', people = '100', seed = 'company', data, secret = randomUUID(), help = false } = values;
    if (data === '') throw new Error('--data must name a folder.');
    if (!/^[a-z][a-z0-9-]*$/i.test(seed)) throw new Error('--seed is made of letters, digits and hyphens.');
    return { port: whole('port', port, 0, 65_535), people: whole('people', people, 1, 100_000), seed, data, secret, help };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2);
  }
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The app as an administrator would have registered it; nothing has to listen at its addresses. */
function registrationOf(clientSecret: string): AppRegistration {
  const clientId = guidOf('the app of the local Microsoft 365');
  return {
    clientId,
    clientSecret,
    appIdUri: `api://localhost/${clientId}`,
    teamsAppId: guidOf('its Teams app'),
    manifestDir: `${root}appPackage`,
    permissionsFile: `${root}infra/entra/permissions.json`,
    tabUrl: 'http://localhost:4101',
    botUrl: 'http://127.0.0.1:4101/api/messages',
  };
}

async function main(): Promise<void> {
  const { port, people, seed, data, secret, help } = readOptions();
  if (help) return say(usage);
  await buildIfStale(say);
  keepExchanges();
  const app = registrationOf(secret);
  const m365 = await startM365({ port, app, ...(data === undefined ? {} : { dir: data }) }).catch((error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
    return fail(
      isTaken ? `Port ${port} is taken. Choose another: npm run m365 -- --port N` : `Microsoft 365 could not start. ${error.message}`,
      1,
    );
  });
  const began = Date.now();
  const company = generateCompany({ people, seed, week: m365.clock.now() });
  await m365.load(company);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C does not wait.
      if (stopping) process.exit(130);
      stopping = true;
      void m365.stop().then(() => process.exit(0));
    });
  }
  say(`${people} people, ready after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  say(`Tenant: ${company.tenant.id}  Client: ${app.clientId}  Secret: ${app.clientSecret}`);
  say(`Graph:  ${m365.url}/graph.microsoft.com/v1.0`);
  say(`Entra:  ${m365.url}/login.microsoftonline.com/${company.tenant.id}`);
  say(`Desk:   ${m365.url.replace('127.0.0.1', 'localhost')}/desk`);
}

await main();
