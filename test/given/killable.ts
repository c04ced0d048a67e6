/**
 * A Samtal whose process can be killed while its store and Microsoft 365 live on: what a crashed container is to the real ones. Each new
 * process begins some minutes later, so that what the dead one had leased is free again.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { smallCompany } from '#infra/local/company/company.ts';
import { registrationFor, settingsOf } from '#infra/local/demo.ts';
import { startM365 } from '#infra/local/m365/start.ts';
import { startStore } from '#infra/local/mongo/start.ts';
import { findFreePorts } from '#infra/local/ports.ts';
import { castOf } from './cast.ts';
import { deskAt, type Desk } from './desk.ts';
import { repository } from './program.ts';
import { speakerOf, type Speaker } from './speaker.ts';

export type Death = { call: number; when: 'before' | 'after' };

export type Killable = {
  desk: Desk;
  /** Addresses of Samtal and of its store. */
  url: string;
  storeUri: string;
  /** What reads the store past Samtal: the key that wraps its keys, and whose data it is. */
  keyUrl: string;
  tenantId: string;
  as(who: string): Speaker;
  /** Ids of everybody who can sign in. */
  everybody: string[];
  /** Starts a process; resolves when it listens. With `death` it kills itself at that call to Graph: before it is sent, or at its answer. */
  start(death?: Death): Promise<void>;
  /** Resolves when the process has died of its own. */
  died(): Promise<void>;
  /** Ends it at once, without a chance to tidy up (SIGKILL); resolves when it is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

const minutesBetweenProcesses = 3;
const program = fileURLToPath(new URL('./samtal-process.ts', import.meta.url));

export async function givenKillable(now: Date): Promise<Killable> {
  const folder = mkdtempSync(join(tmpdir(), 'samtal-killable-'));
  const built = await bundled();
  const company = smallCompany({ week: now });
  const [samtalPort = 0] = await findFreePorts(1);
  const store = await startStore({});
  const registration = registrationFor(samtalPort);
  const m365 = await startM365({ port: 0, app: registration });
  m365.clock.moveTo(now);
  await m365.load(company);
  const parts = { storeUri: store.uri, m365Url: m365.url, registration, keyFolder: folder, port: samtalPort };
  const settings = settingsOf({ companies: [company], logLevel: process.env.SAMTAL_LOG ?? 'silent' }, parts);
  const url = `http://127.0.0.1:${samtalPort}`;
  const cast = castOf([company]);
  const desk = deskAt(
    m365.url,
    (who) => cast.find(who).id,
    () => undefined,
  );
  let running: ChildProcess | null = null;
  const kill = async (): Promise<void> => {
    const child = running;
    running = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  return {
    desk,
    url,
    storeUri: store.uri,
    keyUrl: settings.SAMTAL_KEY_URL ?? '',
    tenantId: company.tenant.id,
    as: (who) => speakerOf(url, () => desk.token(who)),
    everybody: cast.all.filter(({ enabled }) => enabled).map(({ id }) => id),
    async start(death) {
      if (running) throw new Error('A process is running already');
      m365.clock.moveTo(new Date(m365.clock.now().getTime() + minutesBetweenProcesses * 60_000));
      running = await startProcess(built.path, {
        ...settings,
        TEST_M365_URL: m365.url,
        TEST_NOW: m365.clock.now().toISOString(),
        ...(death ? { TEST_DIES_AT: String(death.call), TEST_DIES: death.when } : {}),
      });
    },
    kill,
    async died() {
      const child = running;
      running = null;
      if (child && child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
    },
    async stop() {
      await kill();
      await m365.stop();
      await store.stop();
      built.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The program, put together once for all its starts: from its sources each would take three times as long. What it loads late stays apart, since
 * it is loaded when Microsoft's hosts are redirected; it lies where packages are found.
 */
async function bundled(): Promise<{ path: string; remove(): void }> {
  const outdir = join(repository, 'node_modules/.cache/samtal', randomUUID());
  const how = { bundle: true, splitting: true, format: 'esm', platform: 'node', packages: 'external', logLevel: 'error' } as const;
  await build({ entryPoints: [program], outdir, outExtension: { '.js': '.mjs' }, ...how });
  return { path: join(outdir, 'samtal-process.mjs'), remove: () => rmSync(outdir, { recursive: true, force: true }) };
}

function startProcess(path: string, settings: Record<string, string>): Promise<ChildProcess> {
  const child = fork(path, {
    env: { ...process.env, ...settings },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code, signal) => reject(new Error(`Samtal ended before it listened: ${code ?? signal}`)));
  });
}
