/**
 * An employee sees who has opened their talk: everybody, on every way, before they were shown anything; and nobody can change it unseen. That every
 * endpoint leaves its entry is shown, word by word, by every-cell.test.ts.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPrivateNotes, savePrivateNotes } from '#api/note/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { readAccessLog, type AccessLog } from '#api/privacy/access-log/contract.ts';
import { eraseAgedAccesses, eraseChains, eraseEntries } from '#api/privacy/access-log/erase-accesses.ts';
import { beginReading, noteShown, within } from '#api/platform/reading/reading.ts';
import { checkNextChains } from '#api/privacy/access-chain/check-next.ts';
import { countAccesses } from '#api/privacy/access-count/contract.ts';
import { readAccessLog as readLog } from '#api/privacy/access-log/read-access-log.ts';
import { recordAccesses } from '#api/privacy/access-log/record-accesses.ts';
import { readTalk, startTalk } from '#api/talk/contract.ts';
import { findInHistory } from '#api/talk/history/contract.ts';
import { readSummaryPdf } from '#api/talk/summary-file/contract.ts';
import { storedAccesses } from '#test/given/accesses.ts';
import { countedDb } from '#test/given/counted-db.ts';
import { exportOf } from '#test/given/export.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { openNotes } from '#test/given/notes.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let talkId: string;
let emils: string;
let cycleId: string;
let params: { talkId: string };

beforeAll(async () => {
  samtal = await givenSamtal();
  const launched = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
  const [ofErik, ofEmil] = await Promise.all([launched.talkOf('erik'), launched.talkOf('emil')]);
  ({ cycleId } = launched.cycle);
  [talkId, emils] = [ofErik.talkId, ofEmil.talkId];
  params = { talkId };
  for (const who of ['erik', 'maja'])
    await samtal.as(who).must(saveAnswer, { params: { talkId, questionId: 'proud-of' }, body: { text: 'Kantarell' }, version: 0 });
});
afterAll(() => samtal?.stop());

const log = (who: string, whose: 'mine' | 'others', before?: number): Promise<AccessLog> =>
  samtal.as(who).must(readAccessLog, { params, query: { whose, ...(before === undefined ? {} : { before }) } });
/** Newest first, in a few words. */
const told = async (who: string, whose: 'mine' | 'others'): Promise<string[]> =>
  (await log(who, whose)).entries.map(({ name, act, item, channel }) => [name.split(' ')[0], act, item, channel].join(' '));
const raw = (name: string) => samtal.platform.db.connection.collection<{ _id: string }>(name);

it('Nobody but Erik has opened his talk, and then Maja reads what he shared: once an hour, however often she looks', async () => {
  expect(await log('erik', 'others')).toEqual({ entries: [], more: false, intact: true, seesAll: true });
  await samtal.as('maja').must(readPreparations, { params });
  // What he has not shared she has not opened; her own answers she has.
  expect(await told('erik', 'others')).toEqual(['Maja read manager-preparation tab']);
  for (const who of ['erik', 'maja'])
    await samtal
      .as(who)
      .must(releasePreparation, { params, body: { withId: samtal.find(who === 'erik' ? 'maja' : 'erik').id }, version: 0 });
  await Promise.all(Array.from({ length: 12 }, () => samtal.as('maja').must(readPreparations, { params })));
  const hour = ['Maja read preparation tab', 'Maja read manager-preparation tab'];
  expect((await told('erik', 'others')).sort()).toEqual([...hour].sort());
  await samtal.desk.clock.pass({ hours: 1 });
  await samtal.as('maja').must(readPreparations, { params });
  expect((await told('erik', 'others')).sort()).toEqual([...hour, ...hour].sort());
  expect((await log('erik', 'others')).entries[0]).toMatchObject({ name: samtal.find('maja').name, mine: false });
});

it('Own private notes are in nobody else’s log, and Maja sees her own accesses alone', async () => {
  await samtal.as('maja').must(savePrivateNotes, { params, body: { text: 'Lingon' }, version: 0 });
  await samtal.as('maja').must(readPrivateNotes, { params });
  expect((await told('erik', 'others')).filter((line) => line.includes('private'))).toEqual([]);
  expect(await told('maja', 'mine')).toContain('Maja read private-notes tab');
  expect(await log('maja', 'others')).toMatchObject({ entries: [], seesAll: false });
  expect((await exportOf(samtal.as('erik'))).text).not.toContain('Lingon');
});

it('Live notes, files and searches are in it as what they were', async () => {
  const { start } = await samtal.as('maja').must(readTalk, { params });
  await samtal.desk.clock.moveTo(new Date(start ?? ''));
  const begun = async (): Promise<boolean> => {
    const { version } = await samtal.as('maja').must(readTalk, { params });
    return (await samtal.as('maja').call(startTalk, { params, version })).status === 200;
  };
  await until(begun, { message: 'the talk has begun' });
  const notes = await openNotes(samtal.url, talkId, samtal.as('maja').token);
  await notes?.type('Nypon');
  notes?.close();
  await samtal.as('maja').must(readSummaryPdf, { params });
  const wanted = { params: { employeeId: samtal.find('erik').id }, body: { words: 'Kantarell' } };
  await samtal.as('maja').must(findInHistory, wanted);
  const lines = await told('erik', 'others');
  expect(lines).toEqual(
    expect.arrayContaining(['Maja read shared-notes live', 'Maja search preparation tab', 'Maja export shared-notes tab']),
  );
  expect(JSON.stringify(await storedAccesses(samtal.platform, talkId))).not.toMatch(/Kantarell|Nypon/);
});

it('Whoever has no business with it is told nothing, gets no entry, and is counted elsewhere', async () => {
  const before = (await storedAccesses(samtal.platform, talkId)).length;
  for (const who of ['vera', 'hedda', 'elin']) {
    for (const entry of [readPreparations, readPrivateNotes]) expect((await samtal.as(who).refused(entry, { params })).status).toBe(404);
    expect((await samtal.as(who).refused(readAccessLog, { params, query: { whose: 'others' } })).status).toBe(404);
    expect(await openNotes(samtal.url, talkId, samtal.as(who).token)).toBeNull();
    const { text } = await exportOf(samtal.as(who));
    const { refusedAccesses } = JSON.parse(text) as { refusedAccesses: { item: string; channel: string; count: number }[] };
    expect(refusedAccesses.map(({ item, channel }) => `${item} ${channel}`)).toEqual(
      expect.arrayContaining(['private-notes tab', 'access-log tab', 'shared-notes live']),
    );
  }
  expect(await storedAccesses(samtal.platform, talkId)).toHaveLength(before);
});

it('Several instances that write at the same time make one chain, and the log is read a page at a time', async () => {
  // Everybody's own name for the hour makes another entry; two grounds are two instances: they know nothing of each other.
  const grounds = [samtal.platform, { ...samtal.platform, db: { ...samtal.platform.db } }];
  const at = samtal.platform.clock.now();
  const readings = Array.from({ length: 60 }, (_, hour) => {
    const reading = beginReading({ tenantId: samtal.find('maja').tenantId, personId: samtal.find('maja').id, act: 'read', channel: 'tab' });
    reading.standings.set(talkId, [{ relation: 'manager', state: 2, mayRead: () => true, mayExport: () => true }]);
    within(reading, () => noteShown(talkId, 'agenda'));
    const clock = { now: () => new Date(at.getTime() + (hour + 1) * 3_600_000) };
    return recordAccesses({ ...(grounds[hour % 2] ?? samtal.platform), clock }, reading);
  });
  expect(new Set(await Promise.all(readings))).toEqual(new Set([true]));
  const numbers = (await storedAccesses(samtal.platform, talkId)).map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
  const first = await log('erik', 'others');
  expect(first).toMatchObject({ more: true, intact: true });
  const second = await log('erik', 'others', first.entries.at(-1)?.place);
  expect(second.more).toBe(false);
  // No gap tells Erik how often Maja has read her private notes.
  const all = [...first.entries, ...second.entries].map(({ place }) => place);
  expect(all).toEqual(all.map((_place, index) => all.length - index));
  expect((await log('erik', 'others', 1)).entries).toEqual([]);
});

it('The whole chain is looked at with the newest entries; a page further back costs what is on it', async () => {
  const asked = async (before?: number): Promise<string[]> => {
    const counting = countedDb(samtal.platform.db);
    const { id: personId, tenantId, name } = samtal.find('erik');
    const erik = { kind: 'person' as const, personId, tenantId, name, isHr: false, token: '' };
    const read = await readLog({ ...samtal.platform, db: counting.db }, erik, talkId, { whose: 'others', before });
    expect(read).toMatchObject({ ok: true, value: { intact: true } });
    return counting.asked.filter((name) => name.startsWith('access'));
  };
  // How many there are, those of the page; and once the chain with all of its entries.
  expect((await asked()).sort()).toEqual(['accessChains', 'accesses', 'accesses', 'accesses']);
  expect(await asked(20)).toEqual(['accesses', 'accesses']);
});

it('HR is told how much is in the logs and when they were last looked at; nobody is named, nor anything of fewer than five', async () => {
  const counts = () => samtal.as('hedda').must(countAccesses, { params: { cycleId } });
  expect(await counts()).toEqual({ months: [], checkedAt: null, whole: true });
  while (await checkNextChains(samtal.platform));
  const { checkedAt, ...rest } = await counts();
  // Three people have opened something, whichever month it is.
  expect({ rest, isChecked: checkedAt !== null }).toEqual({ rest: { months: [], whole: true }, isChecked: true });
  for (const who of ['erik', 'maja', 'vera'])
    expect((await samtal.as(who).refused(countAccesses, { params: { cycleId } })).status).toBe(404);
});

it('What somebody changes or takes out in the store itself is found, and said to Erik', async () => {
  const entries = await storedAccesses(samtal.platform, talkId);
  const [third, newest] = [entries[2], entries.at(-1)];
  if (!third || !newest) throw new Error('There are entries');
  const accesses = raw('accesses');
  const intact = async (): Promise<boolean> => (await log('erik', 'others')).intact;
  await accesses.updateOne({ _id: third._id }, { $set: { personId: samtal.find('vera').id } });
  expect(await intact()).toBe(false);
  await accesses.updateOne({ _id: third._id }, { $set: { personId: third.personId } });
  expect(await intact()).toBe(true);
  for (const gone of [third, newest]) {
    await accesses.deleteOne({ _id: gone._id });
    expect(await intact()).toBe(false);
    await accesses.insertOne(gone);
    expect(await intact()).toBe(true);
  }
});

it('A log that is taken out whole, with its chain, is missed; what is written from then on does not hide it', async () => {
  const [accesses, chains] = [raw('accesses'), raw('accessChains')];
  const [entries, chain] = [await accesses.find({ talkId }).toArray(), await chains.findOne({ _id: talkId })];
  if (!chain) throw new Error('There is a chain');
  await accesses.deleteMany({ talkId });
  await chains.deleteOne({ _id: talkId });
  expect(await log('erik', 'others')).toMatchObject({ entries: [], intact: false });
  expect(await samtal.as('hedda').must(countAccesses, { params: { cycleId } })).toMatchObject({ whole: false });
  await samtal.desk.clock.pass({ hours: 1 });
  await samtal.as('maja').must(readPreparations, { params });
  expect((await storedAccesses(samtal.platform, talkId)).map(({ number }) => number)).toEqual([1, 2]);
  expect((await log('erik', 'others')).intact).toBe(false);
  while (await checkNextChains(samtal.platform));
  expect(await samtal.as('hedda').must(countAccesses, { params: { cycleId } })).toMatchObject({ whole: false });
  await accesses.deleteMany({ talkId });
  await chains.replaceOne({ _id: talkId }, chain);
  await accesses.insertMany(entries);
  expect((await log('erik', 'others')).intact).toBe(true);
});

it('What cannot be written down is not shown: Erik is told so, and nothing is lost', async () => {
  // Somebody else's document lies where the first entry of Emil's talk belongs.
  const { tenantId } = samtal.find('emil');
  await raw('accesses').insertOne({ _id: `${tenantId}/${emils}/1`, key: 'in the way' } as never);
  const asked = { params: { talkId: emils, questionId: 'proud-of' }, body: { text: 'Murkla' }, version: 0 };
  await samtal.as('emil').must(saveAnswer, asked);
  const refused = await samtal.as('emil').refused(readPreparations, { params: { talkId: emils } });
  expect(refused).toMatchObject({ status: 503, reason: 'not-noted' });
  expect(JSON.stringify(refused)).not.toContain('Murkla');
  await raw('accesses').deleteOne({ _id: `${tenantId}/${emils}/1` });
  const read = await samtal.as('emil').must(readPreparations, { params: { talkId: emils } });
  expect(read.mine.answers.map(({ text }) => text)).toEqual(['Murkla']);
});

it('After 24 months the beginning of a log goes and the rest still holds; with its talk all of it goes', async () => {
  const { platform } = samtal;
  const entries = await storedAccesses(platform, talkId);
  const middle = (await log('erik', 'others')).entries[10]?.at ?? '';
  const later = new Date(middle);
  later.setUTCMonth(later.getUTCMonth() + 24);
  const then = { ...platform, clock: { now: () => later } };
  const more = async (): Promise<boolean> => !(await eraseAgedAccesses(then));
  await until(more, { message: 'what is old is erased' });
  const left = await storedAccesses(platform, talkId);
  expect(left.length).toBeGreaterThan(5);
  expect(left.length).toBeLessThan(entries.length);
  expect((await log('erik', 'others')).intact).toBe(true);
  // A beginning that was cut without Samtal is found.
  const [first] = left;
  await raw('accesses').deleteOne({ _id: first?._id ?? '' });
  expect((await log('erik', 'others')).intact).toBe(false);
  const going = { tenantId: samtal.find('erik').tenantId, personId: null, talkIds: [talkId], aloneIds: [], peopleIds: [] };
  expect(await eraseEntries(platform, going)).toBe(left.length - 1);
  expect(await eraseChains(platform, going)).toBe(1);
  expect(await raw('accesses').countDocuments({ talkId })).toBe(0);
});

it('Whoever has a talk open while it is erased is shown nothing more, and no log of it begins anew', async () => {
  const { platform } = samtal;
  const { tenantId } = samtal.find('emil');
  await raw('talks').deleteOne({ _id: emils });
  const going = { tenantId, personId: null, talkIds: [emils], aloneIds: [], peopleIds: [] };
  await eraseEntries(platform, going);
  await eraseChains(platform, going);
  await platform.seal.shredAll({ tenantId, talkId: emils });
  const reading = beginReading({ tenantId, personId: samtal.find('emil').id, act: 'read', channel: 'live' });
  reading.standings.set(emils, [{ relation: 'employee', state: 2, mayRead: () => true, mayExport: () => true }]);
  within(reading, () => noteShown(emils, 'shared-notes'));
  expect(await recordAccesses(platform, reading)).toBe(false);
  const left = ['accesses', 'accessChains', 'dataKeys'].map((name) =>
    raw(name).countDocuments({ $or: [{ talkId: emils }, { _id: emils }] }),
  );
  expect(await Promise.all(left)).toEqual([0, 0, 0]);
});
