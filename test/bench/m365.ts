/**
 * How the local Microsoft 365 carries a large company: loading ten thousand people with a hundred thousand events, kept on disk, and free/busy times of
 * twenty of them, over HTTP. Knows nothing of Samtal.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenApp } from '#infra/local/m365/given.ts';
import { generateCompany } from '#infra/local/m365/generate/generate-company.ts';
import { startM365, type M365 } from '#infra/local/m365/start.ts';
import { redirectMicrosoft } from '#infra/local/redirect.ts';
import { quantile, type Row } from './report.ts';

const people = 10_000;
const questions = 300;
const week = new Date('2027-02-01T00:00:00Z');
const company = generateCompany({ people, week });
const addressOf = (at: number): string => `${company.people[at % people]?.alias ?? ''}@${company.tenant.domain}`;
const events = company.people.reduce(
  (sum, one) => sum + one.events.reduce((own, { attendeeIds = [] }) => own + 1 + attendeeIds.length, 0),
  0,
);

export async function measureM365(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'samtal-bench-'));
  const limits = { off: ['mailboxRequests', 'identity'] as ('mailboxRequests' | 'identity')[] };
  try {
    let m365 = await startM365({ dir, port: 0, app: givenApp, limits });
    const loading = await secondsOf(() => m365.load(company));
    await m365.stop();
    const starting = await secondsOf(async () => (m365 = await startM365({ dir, port: 0, app: givenApp, limits })));
    const asked = await ask(m365).finally(() => m365.stop());
    return [
      { what: `Loading ${people} people with ${events} events, to disk`, value: loading, unit: 's', target: 'under 20' },
      { what: 'Starting again with them', value: starting, unit: 's', target: '' },
      ...asked,
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function ask(m365: M365): Promise<Row[]> {
  const undo = redirectMicrosoft(m365.url);
  try {
    const headers = { Authorization: `Bearer ${await token()}`, 'Content-Type': 'application/json' };
    const times: number[] = [];
    for (let at = 0; at < questions; at += 1) times.push(await millisecondsOf(() => schedules(headers, at)));
    const reading = await secondsOf(() => readEverybody(headers));
    return [
      { what: 'getSchedule of 20 people over two weeks, median', value: quantile(times, 0.5), unit: 'ms', target: 'under 50' },
      { what: 'getSchedule of 20 people over two weeks, 99 of 100', value: quantile(times, 0.99), unit: 'ms', target: '' },
      { what: `users/delta of ${people} people, every page`, value: reading, unit: 's', target: '' },
    ];
  } finally {
    undo();
  }
}

async function token(): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: givenApp.clientId, client_secret: givenApp.clientSecret };
  const body = new URLSearchParams({ ...form, scope: 'https://graph.microsoft.com/.default' });
  const answer = await fetch(`https://login.microsoftonline.com/${company.tenant.id}/oauth2/v2.0/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

type Headers = Record<string, string>;

async function schedules(headers: Headers, round: number): Promise<void> {
  const wanted = Array.from({ length: 20 }, (_, at) => addressOf(round * 31 + at * 97));
  const body = {
    schedules: wanted,
    startTime: { dateTime: '2027-02-01T00:00:00', timeZone: 'UTC' },
    endTime: { dateTime: '2027-02-15T00:00:00', timeZone: 'UTC' },
    availabilityViewInterval: 15,
  };
  const address = `https://graph.microsoft.com/v1.0/users/${addressOf(round)}/calendar/getSchedule`;
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  const { value } = (await answer.json()) as { value?: { scheduleItems?: object[] }[] };
  if (value?.length !== 20 || !value.some(({ scheduleItems = [] }) => scheduleItems.length > 0))
    throw new Error(`getSchedule answered ${answer.status}`);
}

async function readEverybody(headers: Headers): Promise<void> {
  let read = 0;
  let link: string | undefined = 'https://graph.microsoft.com/v1.0/users/delta?$select=displayName,manager';
  while (link) {
    const page = (await (await fetch(link, { headers })).json()) as { value: object[]; '@odata.nextLink'?: string };
    read += page.value.length;
    link = page['@odata.nextLink'];
  }
  if (read !== people) throw new Error(`users/delta told of ${read} people`);
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
const secondsOf = async (work: () => Promise<unknown>): Promise<number> => (await millisecondsOf(work)) / 1000;
