/** `--reset`: removes what a start keeps in its folder, and nothing else that may lie there. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from './mongo/engine/lock.ts';

/** Whatever `startDemo` makes in its folder. */
const kept = ['store', 'm365', 'key'];

/** Throws when another start is at work in the folder. */
export async function forgetData(folder: string): Promise<void> {
  const store = join(folder, 'store');
  if (existsSync(store)) (await lockFolder(store))();
  for (const name of kept) rmSync(join(folder, name), { recursive: true, force: true });
}
