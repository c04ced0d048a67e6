/**
 * The bot in Microsoft's own Agents Playground, driven headless. The Playground signs nothing, and the bot takes nothing unsigned: a relay between
 * them signs what the Playground sends, and says who its made-up person is here. Runs when SAMTAL_PLAYGROUND names the Playground's cli.js; its
 * licence allows evaluation only, so it is no package of Samtal's.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePorts } from '#infra/local/ports.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenBot, type GivenBot } from '#test/given/bot.ts';
import { until } from '#test/given/until.ts';

const program = process.env.SAMTAL_PLAYGROUND;

describe.runIf(program && findBrowser())('In the Agents Playground', () => {
  let bot: GivenBot;
  let relay: Awaited<ReturnType<typeof startRelay>>;
  let playground: ChildProcess;
  let browser: Browser;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'samtal-playground-'));

  beforeAll(async () => {
    bot = await givenBot();
    await bot.savePeople();
    relay = await startRelay(bot);
    const [port = 0] = await findFreePorts(1);
    const words = ['-e', relay.url, '-c', 'msteams', '--disable-telemetry', '-p', String(port)];
    playground = spawn(process.execPath, [program ?? '', ...words], { cwd: folder, stdio: 'ignore' });
    const address = `http://localhost:${port}`;
    await until(async () => (await fetch(`${address}/_internal/v1/config`)).ok, { message: 'the Playground is there', withinMs: 30_000 });
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(address);
  });
  afterAll(async () => {
    await browser?.close();
    playground?.kill();
    await relay?.close();
    await bot?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const say = async (text: string): Promise<void> => {
    const box = page.locator('[contenteditable="true"]').first();
    await box.click();
    await box.pressSequentially(text);
    await box.press('Enter');
  };

  it('greets in the person’s language, answers both commands, and survives what it does not understand', async () => {
    await page.getByText('Välkommen till Samtal').first().waitFor();
    await say('mitt samtal');
    await until(() => relay.statuses.filter((status) => status === 200 || status === 202).length >= 2, {
      message: 'the bot has answered',
      seen: () => relay.statuses,
    });
    const { messages } = bot.teams;
    expect(messages).toEqual([]);
    await say('hur mår du?');
    await page
      .getByText(/mitt samtal/i)
      .nth(1)
      .waitFor();
    expect(relay.statuses.filter((status) => status >= 500)).toEqual([]);
  });
});

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

type Sent = { serviceUrl?: string; from?: object; conversation?: object; channelData?: object };

/** Passes on what the Playground says as Teams would send it: signed, from Anna, in her tenant. Its empty first question goes unsigned. */
async function startRelay({
  url,
  anna,
  tenantId,
  clientId,
  teams,
  now,
}: GivenBot): Promise<{ url: string; statuses: number[]; close(): Promise<void> }> {
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then(async (text) => {
      const sent = JSON.parse(text === '' ? '{}' : text) as Sent;
      const body = {
        ...sent,
        ...(sent.from ? { from: { ...sent.from, aadObjectId: anna.id } } : {}),
        ...(sent.conversation ? { conversation: { ...sent.conversation, tenantId } } : {}),
        ...(sent.channelData ? { channelData: { ...sent.channelData, tenant: { id: tenantId } } } : {}),
      };
      const headers: Record<string, string> = { 'Content-Type': 'application/json' };
      if (sent.serviceUrl) headers.Authorization = await teams.sign(clientId, now, { serviceurl: sent.serviceUrl });
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      if (sent.serviceUrl) statuses.push(answer.status);
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    statuses,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
