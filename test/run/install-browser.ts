/**
 * Installs Debian's own Chromium, as the shell that has no window, where that is allowed (Debian, as root) and no browser is there. Changes nothing on
 * any other machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const limitMs = 300_000;

/** @returns why there is no browser now, or undefined when Chromium was installed. */
export function installBrowser(log: (line: string) => void): string | undefined {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0)
    return 'none is installed, and only on Debian as root is one installed for you';
  log('No browser found: installing Chromium with apt ...');
  const began = Date.now();
  // Older Debians have the whole browser only.
  const install = () => get('chromium-headless-shell') || get('chromium');
  if (install() || (apt(['update', '-qq']) === 0 && install())) {
    log(`Chromium is installed (${Math.round((Date.now() - began) / 1000)} s).`);
    return undefined;
  }
  return 'apt could not install Chromium';
}

/** @returns whether it is there now */
function get(browser: string): boolean {
  return apt(['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-qq', '--no-install-recommends', browser, 'fonts-liberation']) === 0;
}

function apt(words: string[]): number | null {
  const ended = spawnSync('apt-get', words, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: limitMs,
  });
  return ended.status;
}
