/** `npm run pictures`: takes the README's pictures anew, from the browser tests in English and light. Decides nothing about what they show. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const taken = join(root, 'test/.output/screens/en-default-1280');
const kept = join(root, 'test/screens/pictures');
const pictures = {
  'hr-5-look': 'plan',
  'employee-2-question': 'prepare',
  'manager-1-team': 'team',
  'meeting-2-live': 'meeting',
};

const words = ['test/run/main.ts', 'test/screens/first-talk-english', '--report', 'pictures'];
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), ...words], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
mkdirSync(kept, { recursive: true });
for (const [from, to] of Object.entries(pictures)) copyFileSync(join(taken, `${from}.png`), join(kept, `${to}.png`));
console.log(`${Object.keys(pictures).length} pictures are in test/screens/pictures.`);
