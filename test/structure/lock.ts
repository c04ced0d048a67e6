/**
 * Judges a package-lock.json. npm writes a lock without the entries it could not find and `npm ci` fails on it later, or on another kind of
 * machine; and a lock must install from any registry, so it may name none. Says what is wrong, mends nothing.
 */

type Entry = { resolved?: string; link?: boolean; integrity?: string; optionalDependencies?: Record<string, string> };
export type Lock = { packages?: Record<string, Entry> };
type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string> };

/** One sentence per thing that is wrong; none when the lock is good. */
export function faultsOf(lock: Lock, manifest: Manifest): string[] {
  const packages = lock.packages ?? {};
  const paths = Object.keys(packages).filter((path) => path !== '');
  if (paths.length === 0) return ['the lock names no package at all'];
  const known = new Set(paths.map(nameOf));
  return [
    ...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter((name) => !(`node_modules/${name}` in packages))
      .map((name) => `${name} is in package.json and not in the lock`),
    ...paths.flatMap((path) => faultsOfEntry(nameOf(path), packages[path] ?? {}, known)),
  ];
}

function faultsOfEntry(name: string, entry: Entry, known: Set<string>): string[] {
  const absent = Object.keys(entry.optionalDependencies ?? {}).filter((optional) => !known.has(optional));
  return [
    ...absent.map((optional) => `${name} wants ${optional}, which has no entry`),
    ...(entry.resolved ? [`${name} is bound to an address`] : []),
    ...(entry.integrity || entry.link ? [] : [`${name} has no checksum`]),
  ];
}

/** `node_modules/a/node_modules/@b/c` is the package `@b/c`. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
