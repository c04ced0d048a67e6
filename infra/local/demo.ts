/**
 * Samtal on its own machine: store, local Microsoft 365 and product in one process, joined by addresses only. Used by `npm start` and by the
 * tests, which give it no folder and port 0.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Samtal } from '#api/server.ts';
import type { Company } from './m365/core/company-type.ts';
import type { AppRegistration } from './m365/core/world.ts';
import { startM365, type M365 } from './m365/start.ts';
import { startStore } from './mongo/start.ts';
import { findFreePorts } from './ports.ts';
import { redirectMicrosoft } from './redirect.ts';
import { createStops, type Stops } from './stops.ts';

export type DemoOptions = {
  /** Absent: everything is thrown away at the end. */
  data?: string;
  /** First of three ports; 0 takes three that are free. */
  port: number;
  companies: Company[];
  /** Where the clock of the local Microsoft 365, which Samtal goes by, is set to at first; the machine's own unless given. */
  now?: Date;
  log: (line: string) => void;
  logLevel?: string;
  /** A MongoDB-compatible server to use instead of the embedded store. */
  mongoUri?: string;
  dbName?: string;
};
export type Demo = { url: string; samtalUrl: string; m365: M365; samtal: Samtal; storeUri: string; stop(): Promise<void> };

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Ids of the demo's app registration and Teams app. */
const clientId = '5a3b1f0c-6f1d-4f0e-9c55-2b8f3a9d7e10';
const teamsAppId = '8c2f4e6a-1b3d-4c5e-8f70-9a1b2c3d4e5f';

/** Starts everything; resolves when Samtal answers, a moment before it has read the directory. Parts that were up are stopped again when one fails. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const stops = createStops();
  try {
    return await startParts(options, stops);
  } catch (error) {
    // Why it did not start is what counts, whatever stopping says.
    await stops.all().catch(() => undefined);
    throw error;
  }
}

async function startParts(options: DemoOptions, stops: Stops): Promise<Demo> {
  const { port, log } = options;
  const data = options.data ? resolve(options.data) : undefined;
  if (data) mkdirSync(data, { recursive: true });
  // Samtal's must be known before it listens, since the app registration names it; for the others the system finds one that nobody else can take.
  const [samtalPort = 0] = port === 0 ? await findFreePorts(1) : [port + 1];
  const [m365Port, storePort] = port === 0 ? [0, 0] : [port, port + 2];
  const store = options.mongoUri
    ? { uri: options.mongoUri, stop: () => Promise.resolve() }
    : await startStore({ ...(data ? { dir: join(data, 'store') } : {}), port: storePort });
  stops.add(() => store.stop());
  log(options.mongoUri ? 'Store: the server named by MONGODB_URI' : 'Store: ready');
  const registration = registrationFor(samtalPort);
  const m365 = await startM365({ ...(data ? { dir: join(data, 'm365') } : {}), port: m365Port, app: registration });
  stops.add(() => m365.stop());
  if (options.now) m365.clock.moveTo(options.now);
  for (const company of options.companies) await m365.load(company);
  log('Microsoft 365: ready, with its people and calendars');
  stops.add(redirectMicrosoft(m365.url));
  const keyFolder = data ?? join(root, 'node_modules/.cache/samtal', randomUUID());
  if (!data) stops.add(() => rmSync(keyFolder, { recursive: true, force: true }));
  const samtal = await startSamtal(options, {
    storeUri: store.uri,
    m365Url: m365.url,
    registration,
    m365,
    keyFolder,
    port: samtalPort,
  });
  stops.add(() => samtal.stop());
  const samtalUrl = await samtal.listen();
  log('Samtal: ready');
  return { url: m365.url.replace('127.0.0.1', 'localhost'), samtalUrl, m365, samtal, storeUri: store.uri, stop: () => stops.all() };
}

type Parts = {
  storeUri: string;
  m365Url: string;
  m365: M365;
  registration: AppRegistration;
  keyFolder: string;
  port: number;
};

/** The product is loaded only now, when Microsoft's hosts are redirected already. */
async function startSamtal(options: DemoOptions, parts: Parts): Promise<Samtal> {
  const { readConfig } = await import('#api/platform/config/config.ts');
  const { createServer } = await import('#api/server.ts');
  const { mountBot } = await import('#bot/main.ts');
  return createServer(readConfig(settingsOf(options, parts)), parts.m365.clock, mountBot);
}

/** What an administrator would set in the environment for this Samtal. */
export function settingsOf(
  options: Pick<DemoOptions, 'companies' | 'dbName' | 'logLevel'>,
  parts: Omit<Parts, 'm365'>,
): Record<string, string> {
  const hostPage = parts.m365Url.replace('127.0.0.1', 'localhost');
  const first = options.companies[0];
  if (!first) throw new Error('A company is needed to start');
  return {
    MONGODB_URI: parts.storeUri,
    SAMTAL_DB: options.dbName ?? 'samtal',
    SAMTAL_CLIENT_ID: parts.registration.clientId,
    SAMTAL_CLIENT_SECRET: parts.registration.clientSecret,
    SAMTAL_APP_ID_URI: parts.registration.appIdUri,
    SAMTAL_TENANTS: options.companies.map(({ tenant }) => tenant.id).join(','),
    SAMTAL_PUBLIC_URL: `http://localhost:${parts.port}`,
    SAMTAL_LISTEN: `127.0.0.1:${parts.port}`,
    SAMTAL_KEY_URL: pathToFileURL(join(parts.keyFolder, 'key')).href,
    SAMTAL_MAIL_FROM: `samtal@${first.tenant.domain}`,
    SAMTAL_TEAMS_APP_ID: parts.registration.teamsAppId,
    SAMTAL_FRAME_ANCESTORS: hostPage,
    SAMTAL_HOST_ORIGINS: hostPage,
    SAMTAL_LOGIN_URL: hostPage,
    SAMTAL_TAB_DIR: join(root, 'dist/tabs'),
    SAMTAL_LOG: options.logLevel ?? 'warn',
    ...(process.env.SAMTAL_RATE_LIMIT ? { SAMTAL_RATE_LIMIT: process.env.SAMTAL_RATE_LIMIT } : {}),
  };
}

/** The demo's app registration, as `infra/entra` describes it, for a Samtal on this port. */
export function registrationFor(samtalPort: number): AppRegistration {
  return {
    clientId,
    clientSecret: randomUUID(),
    appIdUri: `api://localhost/${clientId}`,
    teamsAppId,
    manifestDir: join(root, 'appPackage'),
    permissionsFile: join(root, 'infra/entra/permissions.json'),
    tabUrl: `http://localhost:${samtalPort}`,
    botUrl: `http://127.0.0.1:${samtalPort}/api/messages`,
    spaRedirectUris: [`http://localhost:${samtalPort}/sign-in`],
  };
}
