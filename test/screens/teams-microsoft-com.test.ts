/**
 * The tab as it is built for production, in a host page at https://teams.microsoft.com: nothing is set that would let a local host page in, so
 * the product's own frame-ancestors and the list of teams-js are what lets it in. Only the browser is told that the name is this machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { readConfig } from '#api/platform/config/config.ts';
import { createServer } from '#api/server.ts';
import { smallCompany } from '#infra/local/company/company.ts';
import { registrationFor, settingsOf } from '#infra/local/demo.ts';
import { startM365 } from '#infra/local/m365/start.ts';
import { startStore } from '#infra/local/mongo/start.ts';
import { findFreePorts } from '#infra/local/ports.ts';
import { redirectMicrosoft } from '#infra/local/redirect.ts';
import { createStops } from '#infra/local/stops.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { castOf } from '#test/given/cast.ts';
import { certificateFor } from '#test/given/certificate.ts';
import { startHttpsFront } from '#test/given/https-front.ts';
import { wordsIn } from '#test/given/words.ts';

const name = 'teams.microsoft.com';
const now = new Date('2027-02-01T07:30:00Z');

describe.runIf(findBrowser())('At https://teams.microsoft.com', () => {
  const stops = createStops();
  const companies = [smallCompany({ week: now })];
  const erik = castOf(companies).find('erik');
  let browser: Browser;
  let front: { port: number };
  let samtalUrl: string;

  beforeAll(async () => {
    const keyFolder = mkdtempSync(join(tmpdir(), 'teams-microsoft-com-'));
    stops.add(() => rmSync(keyFolder, { recursive: true, force: true }));
    const store = await startStore({});
    stops.add(() => store.stop());
    const [port = 0] = await findFreePorts(1);
    const registration = registrationFor(port);
    const m365 = await startM365({ port: 0, app: registration, names: [name] });
    stops.add(() => m365.stop());
    m365.clock.moveTo(now);
    for (const company of companies) await m365.load(company);
    stops.add(redirectMicrosoft(m365.url));
    const parts = { storeUri: store.uri, m365Url: m365.url, registration, keyFolder, port };
    const settings = settingsOf({ companies, logLevel: 'silent' }, parts);
    delete settings['SAMTAL_HOST_ORIGINS'];
    delete settings['SAMTAL_FRAME_ANCESTORS'];
    const samtal = await createServer(readConfig(settings), m365.clock);
    stops.add(() => samtal.stop());
    samtalUrl = await samtal.listen();
    const started = await startHttpsFront(m365.url, certificateFor(name));
    stops.add(() => started.stop());
    front = started;
    browser = await launchBrowser([`--host-resolver-rules=MAP ${name}:443 127.0.0.1:${front.port}`, '--ignore-certificate-errors']);
    stops.add(() => browser.close());
  });
  afterAll(() => stops.all());

  it('lets the host page in by its own lists, signs the person in and can be used', async () => {
    const page = await browser.newPage();
    await page.goto(`https://${name}/app?person=${erik.id}`);
    expect(new URL(page.url()).origin).toBe(`https://${name}`);
    const app = page.frameLocator('iframe[title="Samtal"]');
    await app
      .getByRole('button', { name: wordsIn('sv').app.welcome.action })
      .or(app.getByRole('button', { name: wordsIn('en').app.welcome.action }))
      .click();
    await app
      .getByRole('heading', { level: 1 })
      .or(app.getByRole('heading', { level: 2 }))
      .first()
      .waitFor();
    const policy = (await fetch(samtalUrl)).headers.get('content-security-policy') ?? '';
    const hosts = policy.split(';').find((directive) => directive.startsWith('frame-ancestors')) ?? '';
    expect(hosts).toContain(name);
    expect(hosts).not.toContain('localhost');
  });

  it('stays closed to the same host page under a name that is in no list', async () => {
    const page = await browser.newPage();
    const refused = page.waitForEvent('console', { predicate: (message) => /frame-ancestors/.test(message.text()) });
    await page.goto(`https://localhost:${front.port}/app?person=${erik.id}`);
    expect((await refused).text()).toContain('frame-ancestors');
  });
});
