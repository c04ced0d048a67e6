/** `npm start` as a person meets it: it says how far it is and where to go, keeps what was written, and survives being killed at any moment. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { launchCycle, listCycles, planCycle, createCycle, readCycle, type Plan } from '#api/cycle/contract.ts';
import { listDepartments } from '#api/people/contract.ts';
import { readPreparations, saveAnswer } from '#api/preparation/contract.ts';
import { listMyTalks } from '#api/talk/contract.ts';
import { demoCompany } from '#infra/local/company/company.ts';
import { findFreePorts, findTakenPort } from '#infra/local/ports.ts';
import { castOf } from '#test/given/cast.ts';
import { deskAt, type Desk } from '#test/given/desk.ts';
import { usualSettings } from '#test/given/launched-cycle.ts';
import { startScript, type Program } from '#test/given/program.ts';
import { speakerOf, type Speaker } from '#test/given/speaker.ts';
import { until } from '#test/given/until.ts';

/** Far more than it takes (`npm run bench -- start`): a machine may have other things to do. */
const readyWithinMs = 90_000;
const folder = mkdtempSync(join(tmpdir(), 'samtal-start-'));
const programs: Program[] = [];
afterEach(() => Promise.all(programs.splice(0).map((program) => program.kill())));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first of three neighbouring ports that are free. */
const freePort = () =>
  until(
    async () => {
      const [port = 0] = await findFreePorts(1);
      const taken = await findTakenPort([0, 1, 2].map((step) => ({ name: 'any', port: port + step })));
      return taken ? null : port;
    },
    { message: 'three neighbouring ports are free' },
  );

const start = (...words: string[]): Program => {
  const program = startScript('infra/local/start.ts', words);
  programs.push(program);
  return program;
};

type Started = { program: Program; url: string; as(who: string): Speaker; desk: Desk; everybody: string[] };
const hr = 'karin.ohlander';
const company = demoCompany({ week: new Date() });

async function startReady(port: number, ...words: string[]): Promise<Started> {
  const program = start('--port', String(port), '--data', join(folder, 'data'), ...words);
  await program.untilSays('Samtal is ready', readyWithinMs);
  const cast = castOf([company]);
  const url = `http://127.0.0.1:${port}`;
  const desk = deskAt(
    url,
    (who) => cast.find(who).id,
    () => undefined,
  );
  const everybody = cast.all.filter(({ enabled }) => enabled).map(({ id }) => id);
  return { program, url, desk, everybody, as: (who) => speakerOf(`http://127.0.0.1:${port + 1}`, () => desk.token(who)) };
}

const cycleOf = (samtal: Started, cycleId: string) => samtal.as(hr).must(readCycle, { params: { cycleId } });

const bookedAtLeast = (samtal: Started, cycleId: string, count: number) => {
  let booked = 0;
  return until(async () => (booked = (await cycleOf(samtal, cycleId)).progress?.booked ?? 0) >= count, {
    message: `${count} talks are booked`,
    withinMs: 30_000,
    seen: () => booked,
  });
};

/** After so many events the next take so long that something is left to book when the process is killed, however slow the machine is. */
async function slowCreationsAfter(count: number, { desk }: Started): Promise<void> {
  const slow = { service: 'graph', kind: 'slow', method: 'POST', pathContains: '/events' } as const;
  await desk.faults.add({ ...slow, seconds: 0.2, times: count });
  await desk.faults.add({ ...slow, seconds: 120, times: 1_000 });
}

const eventsOf = async ({ everybody, desk }: Started) => (await Promise.all(everybody.map((who) => desk.calendar(who)))).flat();

describe('npm start', { timeout: 120_000 }, () => {
  let port: number;
  let cycleId: string;
  let plan: Plan;
  let before: Set<string>;
  let answered: { who: string; talkId: string };
  const answer = 'The new mouthpiece, tuned by ear.';

  it('says how far it is, and answers at the address in its last line', async () => {
    port = await freePort();
    const { program, url, as } = await startReady(port);
    const lines = program.said().trim().split('\n');
    expect(lines.slice(-5)).toEqual([
      'Store: ready',
      'Microsoft 365: ready, with its people and calendars',
      'Samtal: ready',
      `Look inside at http://localhost:${port}/desk. Stop with Ctrl-C.`,
      `Samtal is ready: http://localhost:${port}`,
    ]);
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('<div id="root">');

    const karin = as(hr);
    await until(async () => (await karin.must(listDepartments)).syncedAt, { message: 'the directory is read' });
    const draft = await karin.must(createCycle, { body: { ...usualSettings(new Date()), name: 'Spring round', cycleId: randomUUID() } });
    cycleId = draft.cycleId;
    // As in a terminal under npm, where one Ctrl-C arrives twice.
    program.signal('SIGINT');
    program.signal('SIGINT');
    expect(await program.ended()).toBe(0);
    expect(program.said()).toContain('Stopped. Your data is kept.');
    expect(await findTakenPort([0, 1, 2].map((step) => ({ name: 'any', port: port + step })))).toBeNull();
  });

  it('keeps what was written, and is killed with everything it runs while it launches that cycle', async () => {
    const samtal = await startReady(port);
    const karin = samtal.as(hr);
    const { cycles } = await karin.must(listCycles);
    expect(cycles).toMatchObject([{ cycleId, settings: { name: 'Spring round' }, state: 'draft' }]);
    const planned = await karin.must(planCycle, { params: { cycleId }, version: cycles[0]?.version ?? 0 });
    if (!planned.plan) throw new Error('There is no plan');
    plan = planned.plan;
    expect(plan.placed.length).toBeGreaterThan(40);
    before = new Set((await eventsOf(samtal)).map(({ id }) => id));
    await slowCreationsAfter(6, samtal);
    await karin.must(launchCycle, { params: { cycleId }, version: planned.version });
    await bookedAtLeast(samtal, cycleId, 3);
    await samtal.program.kill();
  });

  it('goes on where it was killed, and is killed again right after an answer was saved', async () => {
    const samtal = await startReady(port);
    await slowCreationsAfter(Math.round(plan.placed.length * 0.6), samtal);
    // What the dead process had begun is free again after a while.
    await samtal.desk.clock.pass({ minutes: 3 });
    await bookedAtLeast(samtal, cycleId, Math.round(plan.placed.length / 2));
    const who = plan.placed[0]?.employee.id ?? '';
    const [talk] = (await samtal.as(who).must(listMyTalks)).talks;
    if (!talk) throw new Error('The employee has no talk');
    answered = { who, talkId: talk.talkId };
    const params = { talkId: talk.talkId, questionId: 'proud-of' };
    await samtal.as(who).must(saveAnswer, { params, body: { text: answer }, version: 0 });
    expect((await cycleOf(samtal, cycleId)).state).toBe('launching');
    await samtal.program.kill();
  });

  it('has booked each talk exactly once in the end, and has the answer', async () => {
    const samtal = await startReady(port);
    const { mine } = await samtal.as(answered.who).must(readPreparations, { params: { talkId: answered.talkId } });
    expect(mine.answers).toMatchObject([{ questionId: 'proud-of', text: answer }]);
    await samtal.desk.clock.pass({ minutes: 3 });
    await until(async () => (await cycleOf(samtal, cycleId)).state === 'launched', { message: 'all is booked', withinMs: 30_000 });
    const added = (await eventsOf(samtal)).filter(({ id }) => !before.has(id));
    const told = (start: string, id: string): string => `${new Date(start).toISOString()} ${id}`;
    const organised = added.filter(({ isOrganizer }) => isOrganizer);
    expect(organised.map(({ start, organizer }) => told(start, organizer.id)).sort()).toEqual(
      plan.placed.map(({ start, manager }) => told(start, manager.id)).sort(),
    );
    expect(added.filter(({ isOrganizer }) => !isOrganizer)).toHaveLength(plan.placed.length);
  });

  it('begins anew with --reset, and touches nothing else in the folder', async () => {
    writeFileSync(join(folder, 'data', 'mine.txt'), "not Samtal's");
    const samtal = await startReady(port, '--reset');
    expect((await samtal.as(hr).must(listCycles)).cycles).toEqual([]);
    expect(await eventsOf(samtal)).toHaveLength(before.size);
    expect(readdirSync(join(folder, 'data')).sort()).toEqual(['key', 'm365', 'mine.txt', 'store']);

    // Somebody else's start in the same folder changes nothing for this one.
    const other = start('--port', String(await freePort()), '--data', join(folder, 'data'), '--reset');
    expect(await other.ended()).toBe(1);
    expect(other.said()).toContain('is in use by another store');
    expect((await samtal.as(hr).must(listCycles)).cycles).toEqual([]);
    samtal.program.signal('SIGTERM');
    expect(await samtal.program.ended()).toBe(0);
  });
});

describe('npm start, when something is in its way', { timeout: 60_000 }, () => {
  it.each([
    { step: 0, name: 'the local Microsoft 365' },
    { step: 1, name: 'Samtal' },
    { step: 2, name: 'the store' },
  ])('names the port that is taken, meant for $name', async ({ step, name }) => {
    const port = await freePort();
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(port + step, '127.0.0.1', resolve));
    try {
      const program = start('--port', String(port), '--data', join(folder, 'unused'));
      expect(await program.ended()).toBe(1);
      expect(program.said()).toContain(`Port ${port + step}, meant for ${name}, is taken.`);
      expect(program.said()).toContain('npm start -- --port N');
    } finally {
      await new Promise((resolve) => stranger.close(resolve));
    }
  });

  it('explains its options when one is unknown or wrong', async () => {
    const wrong = [['--prot', '4200'], ['--port', 'many'], ['--port', '65534'], ['--data', ''], ['elsewhere']];
    const ended = wrong.map(async (words) => {
      const program = start(...words);
      return { words, code: await program.ended(), said: program.said() };
    });
    for (const { words, code, said } of await Promise.all(ended)) {
      expect(code, words.join(' ')).toBe(2);
      expect(said).toContain('npm start -- [options]');
      expect(said).toContain(words.includes('65534') ? '--port must be a whole number from 1 to 65533, not "65534".' : (words[0] ?? ''));
    }
  });

  it('never empties a MongoDB that it did not make', async () => {
    const program = startScript('infra/local/start.ts', ['--port', String(await freePort()), '--reset'], {
      env: { MONGODB_URI: 'mongodb://127.0.0.1:9/' },
    });
    programs.push(program);
    expect(await program.ended()).toBe(1);
    expect(program.said()).toContain('--reset never empties the server that MONGODB_URI names.');
  });
});
