import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

it('A thread answers, and lets the process end although it goes on listening', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samtal-thread-'));
  try {
    const apart = join(folder, 'apart.mjs');
    writeFileSync(
      apart,
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', (said) => parentPort.postMessage(said + 1));",
    );
    const here = join(folder, 'here.mjs');
    const thread = new URL('thread.ts', import.meta.url).href;
    writeFileSync(
      here,
      `import { startThread } from ${JSON.stringify(thread)};
       const waits = setTimeout(() => undefined, 20_000);
       const hear = (said) => { console.log(said); clearTimeout(waits); };
       startThread(${JSON.stringify(pathToFileURL(apart).href)}, 'mark', hear).postMessage(1);`,
    );
    const ended = spawnSync(process.execPath, ['--import', 'tsx', here], { encoding: 'utf8', timeout: 25_000 });
    expect(ended).toMatchObject({ status: 0, stdout: '2\n' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
