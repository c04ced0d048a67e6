/** The lock file installs completely, on every kind of machine and from any registry; and the check itself sees what it should. */
import { describe, expect, it } from 'vitest';
import { faultsOf, type Lock } from './lock.ts';
import { readText } from './tracked.ts';

type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };
const manifest = JSON.parse(readText('package.json')) as Manifest;
const lock = JSON.parse(readText('package-lock.json')) as Lock;
const good: Lock = { packages: { '': {}, 'node_modules/a': { integrity: 'sha512-a' } } };

describe('lock file', () => {
  it('is complete and bound to no address', () => {
    expect(faultsOf(lock, manifest)).toEqual([]);
  });

  it('pins every package to one version', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(ranges).toEqual([]);
  });

  it('is found wanting when a platform package has no entry', () => {
    const holed: Lock = {
      packages: { ...good.packages, 'node_modules/b': { integrity: 'sha512-b', optionalDependencies: { '@b/mac': '1.0.0' } } },
    };
    expect(faultsOf(holed, {})).toEqual(['b wants @b/mac, which has no entry']);
  });

  it('is found wanting when it names an address, lacks a checksum or a dependency', () => {
    const bound: Lock = { packages: { 'node_modules/x/node_modules/@a/b': { resolved: 'https://example.test/b.tgz' } } };
    expect(faultsOf(bound, { dependencies: { c: '1.0.0' } })).toEqual([
      'c is in package.json and not in the lock',
      '@a/b is bound to an address',
      '@a/b has no checksum',
    ]);
  });

  it('is fine when all of that is there', () => {
    expect(faultsOf(good, { dependencies: { a: '1.0.0' } })).toEqual([]);
  });
});
