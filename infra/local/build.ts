/**
 * Builds the two browser bundles (Samtal's tab, the local Teams host page) when they are missing or older than what they are made from.
 * Looks at times of change only, never at contents, and decides nothing about how they are built: that is in their Vite configs.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Bundle = { name: string; config: string; page: string; sources: string[] };

const root = fileURLToPath(new URL('../../', import.meta.url));
const everyBundle = ['package.json', 'package-lock.json', 'tsconfig.json'];
const bundles: Bundle[] = [
  { name: 'tabs', config: 'tabs/vite.config.ts', page: 'dist/tabs/index.html', sources: ['tabs', 'api', ...everyBundle] },
  {
    name: 'host',
    config: 'infra/local/m365/host/vite.config.ts',
    page: 'dist/host/index.html',
    sources: ['infra/local/m365/host', 'infra/local/m365/core', 'infra/local/desk/page', ...everyBundle],
  },
];

/** Builds what is missing or stale, both at once. Throws with Vite's own words when a build fails. */
export async function buildIfStale(log: (line: string) => void): Promise<void> {
  const ended = await Promise.allSettled(bundles.filter(isStale).map((bundle) => build(bundle, log)));
  const failed = ended
    .filter((one) => one.status === 'rejected')
    .map(({ reason }) => (reason instanceof Error ? reason.message : String(reason)));
  if (failed.length > 0) throw new Error(failed.join('\n'));
}

const stampOf = (bundle: Bundle): string => join(root, 'dist', `${bundle.name}.built`);

function isStale(bundle: Bundle): boolean {
  if (!existsSync(join(root, bundle.page)) || !existsSync(stampOf(bundle))) return true;
  const builtAt = statSync(stampOf(bundle)).mtimeMs;
  return bundle.sources.some((source) => newestChange(join(root, source)) > builtAt);
}

/** Newest time of change of a file, or of a folder with all that is in it. A folder's own time tells of files that were deleted. */
function newestChange(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : found.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), found.mtimeMs);
}

async function build(bundle: Bundle, log: (line: string) => void): Promise<void> {
  const began = new Date();
  log(`Building ${bundle.name} ...`);
  await runVite(bundle);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampOf(bundle), '');
  // The stamp carries the time the build began: a source that changed meanwhile makes it stale again.
  utimesSync(stampOf(bundle), began, began);
  log(`Built ${bundle.name} in ${((Date.now() - began.getTime()) / 1000).toFixed(1)} s.`);
}

function runVite(bundle: Bundle): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--config', bundle.config, '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A test that builds is run with NODE_ENV=test, and React's own checks would then be in what is measured and shown.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${bundle.config} could not be built.\n${said.trim()}`))));
  });
}
