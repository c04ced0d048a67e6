/**
 * What an administrator runs: the server that `npm run build` makes from the files that the Dockerfile copies, with the packages it keeps,
 * started by plain Node with settings in the environment only. Microsoft's hosts are sent elsewhere from outside.
 */
import { execSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readMe } from '#api/people/contract.ts';
import { readTabConfig } from '#api/platform/config/contract.ts';
import { smallCompany } from '#infra/local/company/company.ts';
import { registrationFor, settingsOf } from '#infra/local/demo.ts';
import { startM365, type M365 } from '#infra/local/m365/start.ts';
import { startStore } from '#infra/local/mongo/start.ts';
import { findFreePorts } from '#infra/local/ports.ts';
import { castOf } from '#test/given/cast.ts';
import { deskAt } from '#test/given/desk.ts';
import { repository, startNode, type Program } from '#test/given/program.ts';
import { speakerOf } from '#test/given/speaker.ts';
import { until } from '#test/given/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'samtal-production-'));
/** The image's working folder, and the one in which it is built. */
const [image, workshop] = [join(folder, 'image'), join(folder, 'workshop')];
const readText = (path: string): string => readFileSync(join(repository, path), 'utf8');
const dockerfile = readText('infra/docker/Dockerfile');

/** Files and folders that the image's build copies from the repository. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));

/** Runs a command with the packages' own commands at hand, as npm does. */
const npmRun = (command: string, cwd: string) =>
  execSync(command, {
    cwd,
    env: { ...process.env, PATH: `${join(repository, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}` },
    stdio: 'pipe',
  });

/** As the Dockerfile does: builds from what is copied, by the words in package.json. The tab was built before the tests. */
function build(): void {
  for (const path of new Set(copied)) cpSync(join(repository, path), join(workshop, path), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(workshop, 'node_modules'));
  const { scripts } = JSON.parse(readText('package.json')) as { scripts: { build: string } };
  const [, bundling] = scripts.build.split(' && ');
  if (!bundling?.startsWith('esbuild ')) throw new Error('npm run build no longer ends with esbuild');
  npmRun(bundling, workshop);
  mkdirSync(image);
  cpSync(join(workshop, 'dist'), join(image, 'dist'), { recursive: true });
  cpSync(join(repository, 'dist/tabs'), join(image, 'dist/tabs'), { recursive: true });
  cpSync(join(workshop, 'package.json'), join(image, 'package.json'));
  linkPackages();
}

/** The packages that `npm ci --omit=dev` leaves, by the lock file. */
function linkPackages(): void {
  const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, { dev?: true; devOptional?: true }> };
  for (const [path, { dev, devOptional }] of Object.entries(packages)) {
    if (dev || devOptional || !/^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) || !existsSync(join(repository, path))) continue;
    mkdirSync(dirname(join(image, path)), { recursive: true });
    symlinkSync(join(repository, path), join(image, path), 'junction');
  }
}

/** What is loaded before the built server; see the file. */
const redirected = fileURLToPath(new URL('../given/redirected.ts', import.meta.url));
const company = smallCompany({ week: new Date() });
const programs: Program[] = [];
let settings: Record<string, string | undefined>;
let url: string;
let m365: M365;
let store: { uri: string; stop(): Promise<void> };

beforeAll(async () => {
  build();
  const [samtalPort = 0] = await findFreePorts(1);
  const registration = registrationFor(samtalPort);
  m365 = await startM365({ port: 0, app: registration });
  await m365.load(company);
  store = await startStore({});
  const parts = { storeUri: store.uri, m365Url: m365.url, registration, keyFolder: folder, port: samtalPort };
  // Where the tab lies in the image is Samtal's own default.
  settings = { ...settingsOf({ companies: [company], logLevel: 'info' }, parts), SAMTAL_TAB_DIR: undefined };
  url = `http://127.0.0.1:${samtalPort}`;
  npmRun(`esbuild "${redirected}" --bundle --platform=node --format=esm --outfile="${join(folder, 'redirected.mjs')}"`, repository);
});
afterEach(() => Promise.all(programs.splice(0).map((program) => program.kill())));
afterAll(async () => {
  await m365?.stop();
  await store?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the image's last line with these variables of Samtal's, and no others. */
function run(variables: Record<string, string | undefined>): Program {
  const [node, ...words] = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
  expect(node).toBe('node');
  const preload = ['--import', pathToFileURL(join(folder, 'redirected.mjs')).href];
  const program = startNode([...preload, ...words], {
    cwd: image,
    env: { NODE_ENV: 'production', TEST_M365_URL: m365.url, SAMTAL_LISTEN: undefined, ...variables },
  });
  programs.push(program);
  return program;
}

it('The built server answers, signs people in, serves the tab, and stops when it is told to', { timeout: 60_000 }, async () => {
  const program = run(settings);
  await program.untilSays('Samtal listens');
  const desk = deskAt(
    m365.url,
    (who) => castOf([company]).find(who).id,
    () => undefined,
  );
  expect(await speakerOf(url, null).must(readTabConfig)).toMatchObject({ teamsAppId: settings['SAMTAL_TEAMS_APP_ID'] });
  const maja = speakerOf(url, () => desk.token('maja'));
  const { person } = await until(() => maja.must(readMe), { message: 'Samtal knows Maja', withinMs: 20_000 });
  expect(person.id).toBe(castOf([company]).find('maja').id);
  expect(await speakerOf(url, null).refused(readMe)).toMatchObject({ status: 401 });

  const page = await fetch(`${url}/talks`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/frame-ancestors [^;]*https:\/\/teams\.microsoft\.com/);
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/);
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
  const asset = await fetch(`${url}${script}`);
  expect(asset.status).toBe(200);
  expect(asset.headers.get('content-type')).toContain('javascript');

  program.signal('SIGTERM');
  expect(await program.ended()).toBe(0);
});

it('Names every setting that is missing or wrong at once, never its value, and does not start', async () => {
  const program = run({
    ...settings,
    MONGODB_URI: undefined,
    SAMTAL_KEY_URL: undefined,
    SAMTAL_TENANTS: 'a-company',
    SAMTAL_LOG: 'loudly',
  });
  expect(await program.ended()).toBe(1);
  for (const name of ['MONGODB_URI', 'SAMTAL_KEY_URL', 'SAMTAL_TENANTS', 'SAMTAL_LOG']) expect(program.said()).toContain(name);
  expect(program.said()).not.toMatch(/SAMTAL_CLIENT_ID|SAMTAL_PUBLIC_URL|a-company|loudly/);
  expect(program.said()).not.toContain(settings['SAMTAL_CLIENT_SECRET']);
});
