/**
 * An app of nobody's, for trying the host page with the real teams-js: one page that starts the library and leaves it at hand as `window.teams`,
 * and a manifest that declares it. Served on this machine; as a tab, in a dialog, and in the window of a sign-in.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repository } from './program.ts';

export type AppPage = {
  url: string;
  /** Folder with the manifest; `declare` writes it anew. */
  manifestDir: string;
  declare(change?: object): void;
  stop(): Promise<void>;
};

/** What runs in the page. `heard` gathers the events that the host tells. */
const script = `
import * as teams from '@microsoft/teams-js';
const heard = [];
const host = new URL(location.ancestorOrigins[0] ?? document.referrer).origin;
Object.assign(window, { teams, heard, ready: teams.app.initialize([host]).then(() => teams.app.notifySuccess()) });
`;

export async function startAppPage(): Promise<AppPage> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: repository },
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  const bundle = outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/app.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript ? bundle : `<!doctype html><title>App</title><h1>App at ${request.url ?? ''}</h1><script src="/app.js"></script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const manifestDir = mkdtempSync(join(tmpdir(), 'app-page-'));
  const declare = (change: object = {}): void =>
    writeFileSync(join(manifestDir, 'manifest.json'), JSON.stringify({ ...manifestAt(host), ...change }));
  declare();
  return {
    url: `http://${host}`,
    manifestDir,
    declare,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(manifestDir, { recursive: true, force: true });
    },
  };
}

/** A personal tab, and one for the panel and the details of a meeting, but not for its chat. */
const manifestAt = (host: string): object => ({
  version: '1.0.0',
  name: { short: 'Trial' },
  staticTabs: [
    { entityId: 'own', name: 'Own', contentUrl: `http://${host}/own`, scopes: ['personal'], context: ['personalTab'] },
    {
      ...{ entityId: 'panel', name: 'Panel', contentUrl: `http://${host}/panel` },
      ...{ scopes: ['groupChat'], context: ['meetingSidePanel', 'meetingDetailsTab'] },
    },
  ],
  bots: [],
  validDomains: [host, 'sign-in.example'],
  authorization: { permissions: { resourceSpecific: [{ name: 'OnlineMeeting.ReadBasic.Chat', type: 'Delegated' }] } },
});
