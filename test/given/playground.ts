/**
 * Microsoft's Agents Playground before Samtal's bot, with a relay between that does what Teams does and the Playground does not: signs what
 * the person says, and vouches for who it is. What the bot answers goes straight to the Playground. Its program is no package of ours.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GivenBot } from './bot.ts';
import { startNode } from './program.ts';
import { until } from './until.ts';

/** What the Playground sent, and the status of the bot's answer. */
export type Relayed = { activity: Record<string, unknown>; status: number };
export type Playground = { url: string; relayed: Relayed[]; stop(): Promise<void> };

type Heard = Record<string, unknown> & { serviceUrl?: string; from?: object; channelData?: object };

/** @param cli the Playground's own command, as SAMTAL_PLAYGROUND names it */
export async function startPlayground(cli: string, bot: GivenBot): Promise<Playground> {
  const relayed: Relayed[] = [];
  const relay = createServer((request, response) => void answer(request, response, bot, relayed));
  const relayPort = await listen(relay);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  const words = ['-e', `http://localhost:${relayPort}/api/messages`, '-c', 'msteams', '--disable-telemetry', '-p', String(port)];
  const program = startNode([cli, ...words], { cwd: folder, env: { HOME: folder } });
  const stop = async (): Promise<void> => {
    await program.kill();
    relay.closeAllConnections();
    await new Promise((resolve) => relay.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://localhost:${port}`;
  try {
    const isThere = async (): Promise<boolean> => (await fetch(`${url}/_internal/v1/config`)).ok;
    await until(isThere, { message: 'the Playground answers', withinMs: 30_000, seen: program.said });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, relayed, stop };
}

async function answer(request: IncomingMessage, response: ServerResponse, bot: GivenBot, relayed: Relayed[]): Promise<void> {
  let text = '';
  for await (const part of request) text += String(part);
  const heard = JSON.parse(text || '{}') as Heard;
  const activity = heard.from === undefined ? heard : asFromTeams(heard, bot);
  // Teams names in the token where answers go; here that is the Playground.
  const serviceurl = heard.serviceUrl ?? bot.teams.serviceUrl;
  const headers = { 'Content-Type': 'application/json', Authorization: await bot.teams.sign(bot.clientId, bot.now, { serviceurl }) };
  const answered = await fetch(bot.url, { method: 'POST', headers, body: JSON.stringify(activity) });
  relayed.push({ activity: heard, status: answered.status });
  response.writeHead(answered.status, { 'Content-Type': answered.headers.get('content-type') ?? 'text/plain' }).end(await answered.text());
}

/** The Playground's person is Anna, of the tenant that the bot is in. */
const asFromTeams = (heard: Heard, { anna, tenantId }: GivenBot): Heard => ({
  ...heard,
  from: { ...heard.from, aadObjectId: anna.id },
  channelData: { ...heard.channelData, tenant: { id: tenantId } },
});

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
