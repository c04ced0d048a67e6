/**
 * HR plans a launched cycle again: somebody is ill for a week, a holiday is added, the window is shortened, somebody leaves. The fewest talks move, their
 * people see why, and nothing is sent before HR says so.
 */
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCycle, type CycleSettings } from '#api/cycle/contract.ts';
import { acceptReplan, proposeReplan, readReplan, type Proposal, type ReplanStatus, type ReplanWish } from '#api/cycle/replan/contract.ts';
import { rulesOf } from '#api/cycle/rules/settings.ts';
import { findTimes, listMyTalks, listTeamTalks, moveTalk, objectToTime, startTalk, type Talk } from '#api/talk/contract.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let cycle: LaunchedCycle;
const everybody = ['erik', 'elin', 'emil', 'aino', 'maja', 'henrik', 'hedda'];

beforeAll(async () => {
  samtal = await givenSamtal();
  cycle = await givenLaunchedCycle(samtal);
  await until(async () => (await untold()) === 0, { message: 'everybody has heard of their booking', withinMs: 20_000, seen: untold });
});
afterAll(() => samtal?.stop());

/** What is still to be told of the launch: later it must not be taken for something that a proposal has sent. */
async function untold(): Promise<number> {
  const { connection } = samtal.platform.db;
  const now = await samtal.desk.clock.now();
  const notices = await connection.collection('talks').countDocuments({ noticeDue: { $ne: null } });
  return notices + (await connection.collection('reminders').countDocuments({ 'due.at': { $lte: now } }));
}

const params = () => ({ cycleId: cycle.cycle.cycleId });
const read = () => samtal.as('hedda').must(readCycle, { params: params() });
const wishOf = (
  { windowFrom, windowTo, bufferMinutes, maxPerDay, ...rest }: CycleSettings,
  part: Partial<ReplanWish> = {},
): ReplanWish => ({
  ...{ windowFrom, windowTo, bufferMinutes, maxPerDay, rules: rulesOf(rest), away: [], keepMoved: true, stay: [], ...part },
});
async function propose(part: Partial<ReplanWish> | ((settings: CycleSettings) => Partial<ReplanWish>) = {}): Promise<Proposal> {
  const { settings, version } = await read();
  const body = wishOf(settings, typeof part === 'function' ? part(settings) : part);
  return samtal.as('hedda').must(proposeReplan, { params: params(), body, version });
}
const accepting = ({ replanId, version }: Proposal, leaveOut: string[] = []) => ({
  params: { ...params(), replanId },
  body: { leaveOut },
  version,
});
const accept = (proposal: Proposal, leaveOut: string[] = []): Promise<ReplanStatus> =>
  samtal.as('hedda').must(acceptReplan, accepting(proposal, leaveOut));
const carriedOut = (): Promise<ReplanStatus> =>
  until(
    async () => {
      const { replan } = await samtal.as('hedda').must(readReplan, { params: params() });
      return replan && !replan.isUnderWay ? replan : null;
    },
    { message: 'the re-plan is carried out', withinMs: 20_000 },
  );
/** Every talk of the cycle with its event, by employee. */
async function lookAround(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const who of everybody) {
    const { talks } = await samtal.as(who).must(listMyTalks);
    const [talk] = talks;
    if (!talk) continue;
    const ids = (await eventsOf(talk)).map(({ id, start }) => `${id} ${new Date(start).toISOString()}`);
    found[who] = `${talk.start} ${talk.joinUrl} ${ids.join()}`;
  }
  return found;
}
async function eventsOf({ talkId, manager }: Talk) {
  const events = await samtal.desk.calendar(manager.id);
  return events.filter(({ html, isCancelled }) => html.includes(talkId) && !isCancelled);
}
const said = async (): Promise<number> => {
  const feeds = await Promise.all(
    everybody.map(async (who) => (await samtal.desk.feed(who)).length + (await samtal.desk.mails(who)).length),
  );
  return feeds.reduce((sum, one) => sum + one, 0);
};
const dayOf = (at: string | null, days = 0): string =>
  DateTime.fromISO(at ?? '', { zone: 'Europe/Stockholm' })
    .plus({ days })
    .toFormat('yyyy-MM-dd');
const names = (list: { employee: { name: string } }[]): string[] => list.map(({ employee }) => employee.name).sort();
const told = async (who: string): Promise<string[]> =>
  (await samtal.desk.feed(who)).filter(({ type }) => type === 'talkReplanned').map(({ text }) => text);

it('When nothing has changed, nothing moves', async () => {
  expect(await propose()).toMatchObject({
    talks: 7,
    moves: [],
    given: [],
    withdrawn: [],
    unplaced: [],
    handOvers: [],
    otherManager: [],
    stays: [],
  });
});

it('Somebody is ill for a week: HR sees which talk moves and why, and nothing is sent before HR says so', async () => {
  const talk = await cycle.talkOf('erik');
  // Each of the seven is told in the feed and by mail that their talk is booked; not always before this begins.
  const heard = 14;
  await until(async () => (await said()) === heard, { message: 'everybody is told of their talk' });
  const before = await lookAround();
  const away = { personId: samtal.find('erik').id, from: dayOf(talk.start), to: dayOf(talk.start, 6) };
  const proposal = await propose({ away: [away] });
  expect(names(proposal.moves)).toEqual(['Erik Storm']);
  const [move] = proposal.moves;
  expect(move).toMatchObject({
    from: { start: talk.start },
    why: { kind: 'away', person: { name: 'Erik Storm' }, from: away.from, to: away.to },
  });
  expect(dayOf(move?.to.start ?? null) > away.to || dayOf(move?.to.start ?? null) < away.from).toBe(true);
  // Nothing is done, said or stored of it; nobody but HR may ask.
  expect(await lookAround()).toEqual(before);
  expect(await said()).toBe(heard);
  const { settings, version } = await read();
  for (const who of ['maja', 'erik'])
    expect((await samtal.as(who).refused(proposeReplan, { params: params(), body: wishOf(settings), version })).reason).toBe('not-found');
  const stored = await samtal.platform.db.connection.collection('replans').find().toArray();
  expect(JSON.stringify(stored)).not.toContain(away.personId);

  const ids = (await eventsOf(talk)).map(({ id }) => id);
  const begun = await accept(proposal);
  expect(begun).toMatchObject({ steps: 1, by: { name: 'Hedda Nyman' } });
  // A second press, as after a lost answer, changes nothing.
  expect(await accept(proposal)).toMatchObject({ replanId: begun.replanId, at: begun.at });
  expect(await carriedOut()).toMatchObject({ steps: 1, done: 1, leftAlone: [] });
  const moved = await cycle.talkOf('erik');
  expect(moved).toMatchObject({ start: move?.to.start, joinUrl: talk.joinUrl, move: { byMe: false, why: 'calendars', outcome: 'done' } });
  expect((await eventsOf(moved)).map(({ id, start }) => [id, new Date(start).toISOString()])).toEqual([[ids[0], move?.to.start]]);
  const { erik, ...others } = await lookAround();
  expect(erik).not.toBe(before.erik);
  expect({ ...others, erik: before.erik }).toEqual(before);
});

it('Both are told, see why without whose absence it was, and may object or move as usual', async () => {
  for (const who of ['erik', 'maja']) {
    const [text] = await until(async () => (await told(who)).length > 0 && told(who), { message: `${who} is told` });
    expect(text).toContain(who === 'erik' ? 'Maja' : 'Erik');
  }
  const talk = await cycle.talkOf('erik');
  const team = (await samtal.as('maja').must(listTeamTalks)).talks.find(({ talkId }) => talkId === talk.talkId);
  expect(team?.move).toMatchObject({ byMe: false, why: 'calendars' });
  const to = { params: { talkId: talk.talkId } };
  await samtal.as('erik').must(objectToTime, { ...to, version: talk.version });
  const objected = (await samtal.as('maja').must(listTeamTalks)).talks.find(({ talkId }) => talkId === talk.talkId);
  expect(objected?.next).toBe('move');
  const [time] = (await samtal.as('maja').must(findTimes, { ...to, query: {} })).times;
  await samtal.as('maja').must(moveTalk, { ...to, body: { start: time?.start ?? '' }, version: objected?.version ?? 0 });
  await until(async () => (await cycle.talkOf('erik')).move?.outcome === 'done', { message: 'Maja has moved it' });
  expect((await cycle.talkOf('erik')).move).toMatchObject({ byMe: false, why: null });
  // Moved by its people: an unchanged plan leaves it there.
  expect((await propose()).moves).toEqual([]);
});

it('A holiday is added: the talks of that day move, and HR may leave one where it is', async () => {
  const talk = await cycle.talkOf('elin');
  const day = dayOf(talk.start);
  const holiday = ({ rules, ...settings }: CycleSettings): Partial<ReplanWish> => ({
    rules: { ...rulesOf({ ...settings, ...(rules ? { rules } : {}) }), daysOff: [{ day, name: 'Inventory' }] },
  });
  const proposal = await propose(holiday);
  const that = await Promise.all(['erik', 'elin', 'emil', 'aino', 'maja', 'henrik', 'hedda'].map((who) => cycle.talkOf(who)));
  expect(names(proposal.moves)).toEqual(names(that.filter(({ start }) => dayOf(start) === day)));
  expect(proposal.moves.map(({ why }) => why)).toEqual(proposal.moves.map(() => ({ kind: 'day-off', day, name: 'Inventory' })));
  expect(proposal.moves.filter(({ to }) => dayOf(to.start) === day)).toEqual([]);
  const left = await propose((settings) => ({ ...holiday(settings), stay: [talk.employee.id] }));
  expect(left.stays).toMatchObject([{ employee: { id: talk.employee.id }, because: 'chosen', why: { kind: 'day-off' } }]);
  expect(names(left.moves)).toEqual(names(proposal.moves).filter((name) => name !== talk.employee.name));
  await accept(proposal);
  expect(await carriedOut()).toMatchObject({ done: proposal.moves.length, leftAlone: [] });
  expect((await cycle.talkOf('elin')).move).toMatchObject({ why: 'day-off' });
  expect((await read()).settings.rules?.daysOff).toEqual([{ day, name: 'Inventory' }]);
});

it('The window is shortened: only what lies beyond it moves, and what its people moved meanwhile is left alone', async () => {
  const all = await Promise.all(everybody.map((who) => cycle.talkOf(who)));
  const starts = all.map(({ start }) => start ?? '').sort();
  const windowTo = dayOf(starts[4] ?? null);
  const beyond = all.filter(({ start }) => dayOf(start) > windowTo);
  expect(beyond.length).toBeGreaterThan(0);
  const proposal = await propose({ windowTo });
  const forced = proposal.moves.filter(({ why }) => why.kind === 'window');
  expect(names([...forced, ...proposal.unplaced])).toEqual(names(beyond));
  expect(proposal.moves.filter((move) => !forced.includes(move)).every(({ why }) => why.kind === 'makes-room')).toBe(true);
  expect(proposal.moves.every(({ to }) => dayOf(to.start) <= windowTo)).toBe(true);
  const own = beyond.find(({ employee }) => forced.some((move) => move.employee.id === employee.id));
  const to = { params: { talkId: own?.talkId ?? '' } };
  const who = own?.employee.id ?? '';
  const [time] = (await samtal.as(who).must(findTimes, { ...to, query: {} })).times;
  await samtal.as(who).must(moveTalk, { ...to, body: { start: time?.start ?? '' }, version: own?.version ?? 0 });
  await accept(proposal);
  const status = await carriedOut();
  expect(status).toMatchObject({ steps: proposal.moves.length, done: proposal.moves.length - 1, leftAlone: [{ because: 'changed' }] });
  expect(names(status.leftAlone)).toEqual([own?.employee.name]);
  expect((await cycle.talkOf(who)).start).toBe(time?.start);
  // An old proposal is of no use any more.
  expect(
    (await samtal.as('hedda').refused(acceptReplan, accepting({ ...proposal, replanId: crypto.randomUUID(), version: 1 }))).reason,
  ).toBe('not-found');
});

it('Somebody leaves, another gets a new manager: the one is cancelled, the other stays where HR wants it to', async () => {
  const talk = await cycle.talkOf('emil');
  await samtal.desk.change('emil', { enabled: false });
  await samtal.desk.change('aino', { manager: 'henrik' });
  await samtal.readDirectory();
  const before = await cycle.talkOf('aino');
  const proposal = await propose({ keepManager: [before.employee.id] });
  expect(proposal.withdrawn).toMatchObject([{ employee: { name: 'Emil Ask' }, from: { start: talk.start } }]);
  expect(proposal.otherManager).toMatchObject([{ employee: { name: 'Aino Laine' }, newManager: { name: 'Henrik Falk' } }]);
  expect(await eventsOf(talk)).toHaveLength(1);
  await accept(proposal);
  expect(await carriedOut()).toMatchObject({ leftAlone: [] });
  await until(async () => (await eventsOf(talk)).length === 0, { message: 'the event is cancelled' });
  expect(names((await samtal.as('maja').must(listTeamTalks)).talks)).not.toContain('Emil Ask');
  expect((await read()).progress?.talks).toBe(6);
  expect(await cycle.talkOf('aino')).toEqual(before);
});

it('HR leaves a talk that has begun and a hand-over out: they stay as they are, nobody is asked, and every other change is made', async () => {
  const erik = await cycle.talkOf('erik');
  await samtal.as('maja').must(startTalk, { params: { talkId: erik.talkId }, version: erik.version });
  await samtal.desk.change('erik', { manager: 'henrik' });
  await samtal.readDirectory();
  const [aino, elin] = [await cycle.talkOf('aino'), await cycle.talkOf('elin')];
  const away = { personId: elin.employee.id, from: dayOf(elin.start), to: dayOf(elin.start) };
  // Two weeks more, so that there is a time for her.
  const proposal = await propose(({ windowTo }) => ({ away: [away], windowTo: dayOf(windowTo, 14) }));
  expect([names(proposal.begun), names(proposal.handOvers)]).toEqual([['Erik Storm'], ['Aino Laine']]);
  expect(proposal.begun).toMatchObject([{ until: null, managerHasLeft: false }]);
  const others = names([...proposal.moves, ...proposal.given]);
  expect(others).toContain('Elin Vik');
  const leaveOut = [erik.employee.id, aino.employee.id];
  const refused = async (said: Proposal, out: string[]) => samtal.as('hedda').refused(acceptReplan, accepting(said, out));
  expect(await refused(proposal, [samtal.find('vera').id])).toMatchObject({ reason: 'wrong-input', field: 'leaveOut.0' });
  expect((await refused({ ...proposal, version: proposal.version - 1 }, leaveOut)).reason).toBe('stale');
  expect((await samtal.as('maja').refused(acceptReplan, accepting(proposal, leaveOut))).reason).toBe('not-found');
  expect(await accept(proposal, leaveOut)).toMatchObject({ steps: others.length });
  // The same press once more changes nothing; somebody of HR with another choice is told that this is not what is done.
  expect(await accept(proposal, leaveOut.toReversed())).toMatchObject({ steps: others.length });
  expect((await refused(proposal, [])).reason).toBe('stale');
  const { done, leftAlone } = await carriedOut();
  expect([done, leftAlone.map(({ employee, because }) => [employee.id, because])]).toEqual([
    others.length,
    expect.arrayContaining(leaveOut.map((id) => [id, 'left-out'])),
  ]);
  expect(dayOf((await cycle.talkOf('elin')).start)).not.toBe(away.from);
  expect((await cycle.talkOf('erik')).parting).toBeUndefined();
  expect((await samtal.desk.feed('erik')).filter(({ type }) => type === 'choiceWaiting')).toEqual([]);
  expect(await cycle.talkOf('aino')).toEqual(aino);
  // Nothing is forgotten: the next plan names them again, and that nobody could hold them once Maja has left.
  await samtal.desk.change('maja', { enabled: false });
  await samtal.readDirectory();
  const next = await propose();
  expect([next.begun, next.handOvers]).toMatchObject([
    [{ employee: { name: 'Erik Storm' }, until: null, managerHasLeft: true }],
    [{ employee: { name: 'Aino Laine' }, managerHasLeft: true }],
  ]);
});
