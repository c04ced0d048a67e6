/**
 * The browser for tests and screenshots: finds one that is installed already and starts it. Never downloads one; test/run decides whether to
 * install one.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** The shell first: the same Chromium without a window, at three quarters of its work. */
const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/**
 * Path of a Chromium-like browser: SAMTAL_BROWSER when set, otherwise the first that is found in the usual places.
 * @returns undefined when there is none. Throws when SAMTAL_BROWSER names something that cannot be started: a typing mistake must not skip tests.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env['SAMTAL_BROWSER'];
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`SAMTAL_BROWSER is set to ${chosen}, which cannot be started.`);
    return chosen;
  }
  return usualPlaces().find(isExecutable);
}

/**
 * Starts the browser that findBrowser names, without a window and without calls of its own to its maker.
 * @param more switches besides those that every test needs
 */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser was found. Set SAMTAL_BROWSER to the path of Chromium, Chrome or Edge.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      // No name of the outer network is asked for (teams-js asks its maker for a list): how quickly that fails would differ between networks.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ...more,
    ],
  });
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') return macPlaces;
  if (process.platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return bases.flatMap((base) => windowsPlaces.map((place) => join(base, place)));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
