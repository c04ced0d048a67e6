/**
 * Requests per second of reading a talk and of saving an answer, in turns with bare Express doing the same store access in the same run. Three
 * processes: Samtal, bare Express, and this one with store, local Microsoft 365 and autocannon.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { listDepartments } from '#api/people/contract.ts';
import { findFreePorts } from '#infra/local/ports.ts';
import { givenKillable, type Killable } from '#test/given/killable.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { until } from '#test/given/until.ts';
import { quantile, type Row } from './report.ts';

const rounds = 5;
const secondsPerRound = 3;
const lanes = 6;
/** One answer of usual length. */
const text = 'I want to lead a survey from the first sketch to the printed chart, and learn to ask for help earlier. '.repeat(4);
const questions = ['proud-of', 'learned', 'energy', 'strengths', 'get-better-at', 'direction'];

type Load = {
  url: string;
  headers: Record<string, string>;
  setup?: (client: autocannon.Client) => void;
  method?: 'GET' | 'PUT';
  body?: string;
};

export async function measureRate(): Promise<Row[]> {
  process.env.SAMTAL_RATE_LIMIT = '100000000';
  const samtal = await givenKillable(new Date('2027-02-01T07:30:00Z'));
  const [port = 0] = await findFreePorts(1);
  try {
    await samtal.start();
    const bare = await startBare(samtal.storeUri, port);
    try {
      return await compare(samtal, `http://127.0.0.1:${port}`);
    } finally {
      bare.kill();
    }
  } finally {
    await samtal.stop();
  }
}

async function startBare(storeUri: string, port: number): Promise<{ kill(): void }> {
  const program = fileURLToPath(new URL('./bare-process.ts', import.meta.url));
  const env = { ...process.env, BARE_STORE: storeUri, BARE_PORT: String(port) };
  const child = fork(program, { env, execArgv: ['--import', 'tsx'] });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('Bare Express did not start')));
  });
  return { kill: () => void child.kill() };
}

async function compare(samtal: Killable, bareUrl: string): Promise<Row[]> {
  await until(async () => (await samtal.as('hedda').must(listDepartments)).syncedAt, {
    message: 'the directory is read',
    withinMs: 30_000,
  });
  const launched = await givenLaunchedCycle(samtal, { withinMs: 60_000 });
  const { talkId } = await launched.talkOf('erik');
  const authorization = { Authorization: `Bearer ${await samtal.desk.token('erik')}` };
  const reading = await inTurns(
    { url: `${samtal.url}/api/talks/${talkId}`, headers: authorization },
    { url: `${bareUrl}/talks/${talkId}`, headers: {} },
  );
  const body = JSON.stringify({ text });
  const json = { 'Content-Type': 'application/json' };
  const save = (url: string, path: string, headers: Record<string, string>): Load => ({
    ...{ url, method: 'PUT', body, headers: { ...json, ...headers } },
    setup: versionsOf(path, { ...json, ...headers }),
  });
  const saving = await inTurns(
    save(samtal.url, `/api/talks/${talkId}/preparation/answers`, authorization),
    save(bareUrl, `/talks/${talkId}/answers`, {}),
  );
  return [...rowsOf('Reading a talk', reading), ...rowsOf('Saving an answer', saving)];
}

/** Each connection writes one question of its own and names the version it has just made, as the tab does. */
function versionsOf(path: string, headers: Record<string, string>): (client: autocannon.Client) => void {
  const versions = new Map<string, number>();
  let next = 0;
  return (client) => {
    const question = questions[next++ % questions.length] ?? '';
    const ask = (): void => {
      const version = versions.get(question) ?? 0;
      client.setRequests([
        {
          method: 'PUT',
          path: `${path}/${question}`,
          headers: { ...headers, 'If-Match': `"${version}"` },
          body: JSON.stringify({ text }),
        },
      ]);
    };
    ask();
    client.on('response', (status) => {
      // 412: the answer to a write was cut off by the end of a round, though the write was made.
      if (status === 200 || status === 412) versions.set(question, (versions.get(question) ?? 0) + 1);
      ask();
    });
  };
}

type Rates = { samtal: number[]; bare: number[] };

async function inTurns(samtal: Load, bare: Load): Promise<Rates> {
  const rates: Rates = { samtal: [], bare: [] };
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, load] of [
      ['samtal', samtal],
      ['bare', bare],
    ] as const) {
      const rate = await rateOf(load);
      if (round > 0) rates[name].push(rate);
    }
  }
  return rates;
}

async function rateOf({ url, headers, setup, method = 'GET', body }: Load): Promise<number> {
  const result = await autocannon({
    url,
    headers,
    method,
    connections: lanes,
    duration: secondsPerRound,
    ...(body ? { body } : {}),
    ...(setup ? { setupClient: setup } : {}),
  });
  const wrong = result.non2xx + result.errors;
  if (wrong > lanes || result['2xx'] === 0) throw new Error(`${wrong} of ${result.requests.total} requests to ${url} failed`);
  return result['2xx'] / result.duration;
}

function rowsOf(what: string, { samtal, bare }: Rates): Row[] {
  const [ours, theirs] = [quantile(samtal, 0.5), quantile(bare, 0.5)];
  return [
    { what: `${what}, Samtal (median of ${rounds} rounds)`, value: ours, unit: 'requests/s', target: '' },
    { what: `${what}, bare Express with the same store access`, value: theirs, unit: 'requests/s', target: '' },
    { what: `${what}, Samtal against bare Express`, value: ours / theirs, unit: '', target: 'at least 0.5' },
  ];
}
