/** The files that make up Samtal: what git tracks or would track, so that a violation is found before it is committed. Reads, never judges. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Paths of all files from the root, with forward slashes, sorted. */
export function listFiles(): string[] {
  const said = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  const paths = said.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
  return [...new Set(paths)].sort();
}

/** Text of one of the files. */
export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Absolute path of one of the files. */
export const pathOf = (path: string): string => join(root, path);

/** Files of code that people write and read. */
export const isCode = (path: string): boolean => /^(api|tabs|bot|infra|test)\/.*\.(ts|tsx|js|cjs|css|html)$/.test(path);
export const isTest = (path: string): boolean => path.startsWith('test/') || /\.test\.tsx?$/.test(path);
