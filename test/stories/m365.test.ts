/** Somebody starts the local Microsoft 365 alone, by its command, and a client reaches it at the addresses it prints. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Exchange } from '#infra/local/m365/graph/exchange.ts';
import { isDescriptionThere } from '#test/likeness/exchange.ts';
import { startScript, type Program } from '#test/given/program.ts';

const script = 'infra/local/m365/main.ts';
let program: Program;
let said: string;

beforeAll(async () => {
  program = startScript(script, ['--port', '0', '--people', '60', '--secret', 'a-secret']);
  said = await program.untilSays('/desk', 50_000);
});
afterAll(() => program?.kill());

const after = (word: string): string => new RegExp(`${word}:\\s+(\\S+)`).exec(said)?.[1] ?? '';

it('It prints what a client needs, and the client finds sixty people and their manager', async () => {
  const form = { grant_type: 'client_credentials', client_id: after('Client'), client_secret: after('Secret') };
  const body = new URLSearchParams({ ...form, scope: 'https://graph.microsoft.com/.default' });
  const signedIn = await fetch(`${after('Entra')}/oauth2/v2.0/token`, { method: 'POST', body });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await fetch(`${after('Graph')}/users?$expand=manager&$top=999`, { headers });
  const { value } = (await answer.json()) as { value: { manager?: object }[] };
  expect(value).toHaveLength(60);
  expect(value.filter(({ manager }) => manager === undefined)).toHaveLength(1);
  expect((await fetch(after('Desk'))).status).toBe(200);
});

it.skipIf(!isDescriptionThere)('What it is asked is written down where the test that started it compares it', () => {
  const lines = readFileSync(process.env.M365_EXCHANGES ?? '', 'utf8')
    .trim()
    .split('\n');
  const [first] = lines.map((line) => JSON.parse(line) as Exchange);
  expect(first).toMatchObject({ method: 'GET', path: '/users', status: 200 });
  expect((first?.answer as { value: unknown[] }).value).toHaveLength(60);
});

it('It ends when it is told to', async () => {
  program.signal('SIGTERM');
  expect(await program.ended()).toBe(0);
});

it('It says what is wrong with an option', async () => {
  const refused = startScript(script, ['--people', 'many']);
  expect(await refused.ended()).toBe(2);
  expect(refused.said()).toContain('--people must be a whole number from 1 to 100000, not "many".');
});
