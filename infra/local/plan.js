/**
 * What `npm run plan` runs: the planner's command (api/cycle/planner/plan-file.ts) as one file of JavaScript, made when it is not there or older than what it is
 * made of. Starting from source would cost more than planning a thousand talks does. Plain JavaScript for the same reason. Knows nothing of the planner.
 */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const root = new URL('../../', import.meta.url);
const source = 'api/cycle/planner/plan-file.ts';
const folder = new URL('dist/plan/', root);
const [built, madeOf] = [new URL('plan-file.js', folder), new URL('made-of.json', folder)];

const isOlder = (path, than) => statSync(new URL(path, root)).mtimeMs <= than;

function isFresh() {
  try {
    const since = statSync(built).mtimeMs;
    return JSON.parse(readFileSync(madeOf, 'utf8')).every((path) => isOlder(path, since));
  } catch (error) {
    // Not made yet, or a file it was made of is gone.
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

async function make() {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    ...{ entryPoints: [source], absWorkingDir: fileURLToPath(root), bundle: true, minify: true, metafile: true, write: false },
    ...{ format: 'esm', platform: 'node', mainFields: ['module', 'main'], outfile: fileURLToPath(built), logLevel: 'error' },
  });
  mkdirSync(folder, { recursive: true });
  // Packages change with the lock only. Each file appears whole, also beside another run that makes it.
  const own = Object.keys(metafile.inputs).filter((path) => !path.startsWith('node_modules/'));
  put(madeOf, JSON.stringify([...own, 'package-lock.json']));
  put(built, outputFiles[0].contents);
}

function put(file, content) {
  const beside = `${fileURLToPath(file)}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, fileURLToPath(file));
}

/** V8 compiles seldom and little: the planner is done before more of that would have paid. The first is not known to the V8 of Node 22 and later. */
const flags = ['--interrupt-budget=300000', '--max-inlined-bytecode-size-cumulative=300', '--no-turbo-loop-peeling'];
const isOlderNode = Number.parseInt(process.versions.node, 10) < 22;

if (!isFresh()) await make();
for (const flag of isOlderNode ? flags : flags.slice(1)) setFlagsFromString(flag);
await import(built.href);
