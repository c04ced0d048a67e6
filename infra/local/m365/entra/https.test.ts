/**
 * The second way to the local Entra: no call is redirected. Unmodified msal-node, in a process of its own, is told an authority on this machine
 * (`knownAuthorities`) and trusts its certificate (NODE_EXTRA_CA_CERTS), which is made for this test.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateFor } from '#test/given/certificate.ts';
import { bo, givenApp, givenM365, tenantId, type GivenM365 } from '../given.ts';

const login = 'https://login.microsoftonline.com';
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'm365-https-'));
const certFile = join(folder, 'cert.pem');
const certificate = certificateFor('localhost');
writeFileSync(certFile, certificate.cert);

/** Signs in as the app and on behalf of a person; says both tokens. */
const program = `
  import { ConfidentialClientApplication } from '@azure/msal-node';
  const { AUTHORITY, CLIENT, SECRET, ASSERTION } = process.env;
  const auth = { clientId: CLIENT, clientSecret: SECRET, authority: AUTHORITY, knownAuthorities: [new URL(AUTHORITY).host] };
  const app = new ConfidentialClientApplication({ auth });
  const own = await app.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
  const scopes = ['https://graph.microsoft.com/MailboxSettings.Read'];
  const theirs = await app.acquireTokenOnBehalfOf({ oboAssertion: ASSERTION, scopes });
  console.log(JSON.stringify({ own: own.accessToken, theirs: theirs.accessToken }));
`;

let m365: GivenM365;
let front: Server;
let origin = '';
const asked: string[] = [];

/** Entra under an address of this machine: the same answers, in which it names itself. */
function startFront(): Promise<void> {
  front = createServer(certificate, (request, response) => {
    asked.push(`${request.method ?? ''} ${new URL(request.url ?? '/', origin).pathname}`);
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => void forward(request.method ?? 'GET', request.url ?? '/', Buffer.concat(parts).toString()).then(answer));
    const answer = ({ status, text }: { status: number; text: string }): void =>
      void response.writeHead(status, { 'Content-Type': 'application/json' }).end(text.replaceAll(login, origin));
  });
  return new Promise((resolve) =>
    front.listen(0, '127.0.0.1', () => {
      origin = `https://localhost:${(front.address() as AddressInfo).port}`;
      resolve();
    }),
  );
}

async function forward(method: string, path: string, body: string): Promise<{ status: number; text: string }> {
  const sent = method === 'POST' ? { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } } : {};
  const answer = await fetch(`${m365.url}/login.microsoftonline.com${path}`, { method, ...sent });
  return { status: answer.status, text: await answer.text() };
}

async function runProgram(change: Record<string, string> = {}): Promise<{ own: string; theirs: string }> {
  const app = { AUTHORITY: `${origin}/${tenantId}`, CLIENT: givenApp.clientId, SECRET: givenApp.clientSecret };
  const env = { PATH: process.env.PATH ?? '', NODE_EXTRA_CA_CERTS: certFile, ...app, ASSERTION: await m365.token(bo), ...change };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: root, env });
  return JSON.parse(stdout) as { own: string; theirs: string };
}

describe('msal-node over https, with a known authority', () => {
  beforeAll(async () => {
    m365 = await givenM365();
    await startFront();
  });
  afterAll(async () => {
    front.close();
    front.closeAllConnections();
    await m365.stop();
  });

  it('signs in as the app and on behalf of a person, by metadata and token endpoint of that authority', async () => {
    const { own, theirs } = await runProgram();
    expect(decodeJwt(own)).toMatchObject({ idtyp: 'app', tid: tenantId, aud: 'https://graph.microsoft.com' });
    expect(decodeJwt(theirs)).toMatchObject({ idtyp: 'user', oid: bo });
    expect(new Set(asked)).toEqual(
      new Set([`GET /${tenantId}/v2.0/.well-known/openid-configuration`, `POST /${tenantId}/oauth2/v2.0/token`]),
    );
  });

  it('does not without the certificate, nor with a wrong secret', async () => {
    await expect(runProgram({ NODE_EXTRA_CA_CERTS: '' })).rejects.toMatchObject({
      stderr: expect.stringContaining('endpoints_resolution'),
    });
    await expect(runProgram({ SECRET: 'wrong' })).rejects.toMatchObject({ stderr: expect.stringContaining('AADSTS7000215') });
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
