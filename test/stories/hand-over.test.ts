/**
 * An employee gets a new manager before the talk: HR plans again, and the talk goes to the new manager, at its time if that suits. The old event goes, one
 * new one comes, everybody is told once, and nothing that was written goes along.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCycle } from '#api/cycle/contract.ts';
import { acceptReplan, proposeReplan, readReplan, type Proposal, type ReplanStatus } from '#api/cycle/replan/contract.ts';
import { rulesOf } from '#api/cycle/rules/settings.ts';
import { readPrivateNotes, savePrivateNotes } from '#api/note/contract.ts';
import { readAccessLog } from '#api/privacy/access-log/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { saveAgenda } from '#api/talk/agenda/contract.ts';
import { finishTalk, listMyTalks, listTeamTalks, readSummary, readTalk, signTalk, startTalk, type Talk } from '#api/talk/contract.ts';
import { endpoints } from '#test/given/endpoints.ts';
import { exportOf } from '#test/given/export.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let cycle: LaunchedCycle;
let before: Talk;
let talkId = '';
/** When it went from Maja to Henrik. */
let handedOverAt = '';
const question = 'proud-of';
const words = { erik: 'Kantarell', maja: 'Tranbär', secretOfMaja: 'Lingon', henrik: 'Hallon', pointOfMaja: 'Krusbär' };

beforeAll(async () => {
  samtal = await givenSamtal();
  cycle = await givenLaunchedCycle(samtal);
  before = await cycle.talkOf('erik');
  ({ talkId } = before);
});
afterAll(() => samtal?.stop());

const params = () => ({ cycleId: cycle.cycle.cycleId });
async function propose(keepManager: string[] = []): Promise<Proposal> {
  const { settings, version } = await samtal.as('hedda').must(readCycle, { params: params() });
  const { windowFrom, windowTo, bufferMinutes, maxPerDay, ...rest } = settings;
  const rules = { windowFrom, windowTo, bufferMinutes, maxPerDay, rules: rulesOf(rest) };
  const body = { ...rules, away: [], keepMoved: true, stay: [], keepManager };
  return samtal.as('hedda').must(proposeReplan, { params: params(), body, version });
}
async function carryOut({ replanId, version }: Proposal): Promise<ReplanStatus> {
  await samtal.as('hedda').must(acceptReplan, { params: { ...params(), replanId }, body: { leaveOut: [] }, version });
  return until(
    async () => {
      const { replan } = await samtal.as('hedda').must(readReplan, { params: params() });
      return replan && !replan.isUnderWay ? replan : null;
    },
    { message: 'the re-plan is carried out', withinMs: 20_000 },
  );
}
const preparationsOf = (who: string) => samtal.as(who).must(readPreparations, { params: { talkId } });
async function answer(who: string, text: string): Promise<void> {
  const { mine } = await preparationsOf(who);
  const version = mine.answers.find(({ questionId }) => questionId === question)?.version ?? 0;
  await samtal.as(who).must(saveAnswer, { params: { talkId, questionId: question }, body: { text }, version });
}
const sharing = async (who: string, other: string) => ({
  params: { talkId },
  body: { withId: samtal.find(other).id },
  version: (await preparationsOf(who)).mine.version,
});
const release = async (who: string, other: string) => samtal.as(who).must(releasePreparation, await sharing(who, other));
async function eventsOf(who: string) {
  const events = await samtal.desk.calendar(samtal.find(who).id);
  return events.filter(({ html, isCancelled }) => html.includes(talkId) && !isCancelled);
}
/** Everything about the talk that this person is answered, by whatever endpoint. */
async function allReadBy(who: string): Promise<string> {
  const reads = endpoints.filter(({ method, path }) => method === 'GET' && path.includes(':talkId') && !path.includes(':to'));
  expect(reads.length).toBeGreaterThan(4);
  const asked = reads.map(({ path }) => samtal.as(who).request(path.replace(':talkId', talkId)));
  return (await Promise.all(asked)).map(({ text }) => text).join('\n');
}
const told = async (who: string): Promise<string[]> =>
  (await samtal.desk.feed(who)).filter(({ type }) => ['talkHandedOver', 'talkTakenOver'].includes(type)).map(({ text }) => text);

it('Both have prepared and shared when Erik gets Henrik as his manager: HR sees that the talk goes to him, and may keep it', async () => {
  await answer('erik', words.erik);
  await answer('maja', words.maja);
  await release('erik', 'maja');
  await release('maja', 'erik');
  await samtal.as('maja').must(savePrivateNotes, { params: { talkId }, body: { text: words.secretOfMaja }, version: 0 });
  const points = [{ pointId: 'one', text: words.pointOfMaja, minutes: 5 }];
  await samtal.as('maja').must(saveAgenda, { params: { talkId }, body: { minutes: { ahead: 30 }, points }, version: 0 });
  expect(await allReadBy('maja')).toContain(words.erik);
  await samtal.desk.change('erik', { manager: 'henrik' });
  await samtal.readDirectory();
  const kept = await propose([before.employee.id]);
  expect(kept).toMatchObject({
    handOvers: [],
    otherManager: [{ employee: { name: 'Erik Storm' }, newManager: { id: samtal.find('henrik').id } }],
  });
  const { handOvers, otherManager, moves } = await propose();
  expect({ otherManager, moves }).toEqual({ otherManager: [], moves: [] });
  const time = { start: before.start, end: before.end };
  expect(handOvers).toMatchObject([
    {
      employee: { name: 'Erik Storm' },
      manager: { id: before.manager.id },
      newManager: { id: samtal.find('henrik').id },
      from: time,
      to: time,
    },
  ]);
  // Nothing has happened yet.
  expect((await samtal.as('henrik').refused(readTalk, { params: { talkId } })).reason).toBe('not-found');
  expect(await eventsOf('maja')).toHaveLength(1);
});

it('HR accepts: the old event is gone, one new one by Henrik stands at the same time, and the three are told once', async () => {
  const old = await eventsOf('maja');
  expect(await carryOut(await propose())).toMatchObject({ steps: 1, done: 1, leftAlone: [] });
  const talk = await cycle.talkOf('erik');
  expect(talk).toMatchObject({ start: before.start, end: before.end, booking: 'booked', manager: { id: samtal.find('henrik').id } });
  expect(talk.handedOver?.from.id).toBe(before.manager.id);
  handedOverAt = talk.handedOver?.at ?? '';
  expect(await eventsOf('maja')).toEqual([]);
  for (const who of ['henrik', 'erik']) {
    const events = await eventsOf(who);
    expect(events.map(({ start }) => new Date(start).toISOString())).toEqual([before.start]);
    expect(events[0]?.id).not.toBe(old[0]?.id);
  }
  for (const [who, name] of [
    ['erik', 'Henrik'],
    ['henrik', 'Erik'],
    ['maja', 'Erik'],
  ] as const) {
    const texts = await until(async () => (await told(who)).length > 0 && told(who), { message: `${who} is told` });
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(name);
    expect([who, texts[0]?.includes('ditt att hålla')]).toEqual([who, who === 'henrik']);
  }
  expect((await propose()).handOvers).toEqual([]);
});

it('Maja finds the talk no more, but for her private notes, thirty days and to read only', async () => {
  expect((await samtal.as('maja').refused(readTalk, { params: { talkId } })).reason).toBe('not-found');
  expect((await samtal.as('maja').refused(readPreparations, { params: { talkId } })).reason).toBe('not-found');
  expect((await samtal.as('maja').must(listTeamTalks)).talks.map((one) => one.talkId)).not.toContain(talkId);
  const seen = await allReadBy('maja');
  expect(seen).toContain(words.secretOfMaja);
  for (const word of [words.erik, words.maja]) expect(seen).not.toContain(word);
  const { text, exported } = await exportOf(samtal.as('maja'));
  expect(exported.talks.filter((one) => one.talkId === talkId)).toEqual([
    {
      ...{ talkId, as: 'former-manager', facts: { employee: 'Erik Storm', handedOverAt } },
      ...{ privateNotes: { text: words.secretOfMaja, savedAt: expect.any(String) as string } },
      // What she has opened herself, and nothing of who else has.
      accesses: expect.any(Array) as unknown,
    },
  ]);
  const mine = exported.talks.find((one) => one.talkId === talkId)?.accesses ?? [];
  expect([...new Set(mine.map(({ by }) => by))]).toEqual(['Maja Hallberg']);
  for (const word of [words.erik, words.maja]) expect(text).not.toContain(word);
  const write = { params: { talkId }, body: { text: 'Mer' }, version: 1 };
  expect((await samtal.as('maja').refused(savePrivateNotes, write)).reason).toBe('notes-closed');
});

it('Henrik sees nothing that Maja wrote, nor what Erik had shared with Maja, and prepares himself', async () => {
  const seen = await allReadBy('henrik');
  const { text } = await exportOf(samtal.as('henrik'));
  for (const word of [words.erik, words.maja, words.secretOfMaja, words.pointOfMaja]) expect(`${seen}${text}`).not.toContain(word);
  expect(await preparationsOf('henrik')).toMatchObject({
    mine: { answers: [], releasedAt: null, open: true },
    theirs: { releasedAt: null, answers: null },
  });
  await answer('henrik', words.henrik);
  await release('henrik', 'erik');
  // Erik's is his, and open again; what Maja had shared with him he does not see as Henrik's.
  const own = await preparationsOf('erik');
  expect(own.mine).toMatchObject({ answers: [{ text: words.erik }], releasedAt: null, open: true });
  expect(JSON.stringify(own)).not.toContain(words.maja);
  expect(await allReadBy('henrik')).not.toContain(words.erik);
  await answer('erik', `${words.erik} igen`);
  // Whoever pressed "Share with Maja" on a page, or a card, from before shares with nobody else.
  expect((await samtal.as('erik').refused(releasePreparation, await sharing('erik', 'maja'))).reason).toBe('another-manager');
  expect((await preparationsOf('henrik')).theirs.answers).toBeNull();
  await release('erik', 'henrik');
  expect((await preparationsOf('henrik')).theirs.answers).toEqual([{ questionId: question, text: `${words.erik} igen` }]);
  expect((await preparationsOf('erik')).theirs.answers).toEqual([{ questionId: question, text: words.henrik }]);
});

it('Elin’s talk was held by Maja when she gets Henrik: HR sees that the two finish it, it stays theirs alone, and Maja may still sign', async () => {
  const elin = await cycle.talkOf('elin');
  const of = { talkId: elin.talkId };
  for (const entry of [startTalk, finishTalk])
    await until(
      async () => {
        const { version } = await samtal.as('maja').must(readTalk, { params: of });
        return (await samtal.as('maja').call(entry, { params: of, version })).status === 200;
      },
      { message: `${entry.path} has been done` },
    );
  await samtal.desk.change('elin', { manager: 'henrik' });
  await samtal.readDirectory();
  const { begun, handOvers } = await propose();
  expect(begun).toMatchObject([
    { employee: { id: elin.employee.id }, manager: { id: elin.manager.id }, newManager: { name: 'Henrik Falk' }, isHeld: true },
  ]);
  expect(handOvers).toEqual([]);
  expect((await samtal.as('henrik').refused(readTalk, { params: of })).reason).toBe('not-found');
  for (const who of ['maja', 'elin']) {
    const { hash } = await samtal.as(who).must(readSummary, { params: of });
    const { version } = await samtal.as(who).must(readTalk, { params: of });
    await samtal.as(who).must(signTalk, { params: of, body: { hash }, version });
  }
  expect(await cycle.talkOf('elin')).toMatchObject({ status: 'signed', manager: { id: elin.manager.id } });
  expect((await propose()).begun).toEqual([]);
  expect((await samtal.as('henrik').refused(readSummary, { params: of })).reason).toBe('not-found');
});

it('When the time does not suit the new manager, the talk gets another; after thirty days nothing is left to the first but what she has opened herself', async () => {
  const talk = (await samtal.as('erik').must(listMyTalks)).talks.find((one) => one.talkId === talkId);
  await samtal.desk.change('erik', { manager: 'vera' });
  await samtal.readDirectory();
  const at = (instant: string | null | undefined) => ({ dateTime: (instant ?? '').replace('Z', ''), timeZone: 'UTC' });
  await samtal.desk.createEvent('vera', { subject: 'Annat', start: at(talk?.start), end: at(talk?.end), showAs: 'busy' });
  const proposal = await propose();
  const [one] = proposal.handOvers;
  expect(one).toMatchObject({ newManager: { id: samtal.find('vera').id }, from: { start: talk?.start } });
  expect(one?.to?.start).not.toBe(talk?.start);
  expect(await carryOut(proposal)).toMatchObject({ done: 1, leftAlone: [] });
  expect((await cycle.talkOf('erik')).start).toBe(one?.to?.start);
  expect((await eventsOf('vera')).map(({ start }) => new Date(start).toISOString())).toEqual([one?.to?.start]);
  expect(await eventsOf('henrik')).toEqual([]);
  const seen = await allReadBy('vera');
  for (const word of [words.erik, words.maja, words.henrik]) expect(seen).not.toContain(word);
  // Maja is still a former manager; Henrik is another.
  expect(await allReadBy('maja')).toContain(words.secretOfMaja);
  expect((await samtal.as('henrik').must(readPrivateNotes, { params: { talkId } })).text).toBe('');
  await samtal.desk.clock.pass({ days: 30 });
  const { text, exported } = await exportOf(samtal.as('maja'));
  expect(text).not.toContain(words.secretOfMaja);
  const left = exported.talks.find((one) => one.talkId === talkId);
  expect(left).toEqual({
    talkId,
    as: 'former-manager',
    facts: { employee: 'Erik Storm', handedOverAt },
    accesses: expect.any(Array) as unknown,
  });
  const own = await samtal.as('maja').must(readAccessLog, { params: { talkId }, query: { whose: 'mine' } });
  expect(own.entries.length).toBe(left?.accesses?.length);
  expect(new Set(own.entries.map(({ mine }) => mine))).toEqual(new Set([true]));
  expect(await samtal.as('maja').must(readAccessLog, { params: { talkId }, query: { whose: 'others' } })).toMatchObject({
    entries: [],
    seesAll: false,
  });
  expect((await samtal.as('maja').refused(readPrivateNotes, { params: { talkId } })).reason).toBe('not-found');
});
