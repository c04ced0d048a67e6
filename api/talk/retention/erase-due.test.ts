/** What the clock erases, on a store of its own: only what is due, whatever lies beside it, and with the key where nobody writes again. */
import { createDecipheriv } from 'node:crypto';
import { expect, it } from 'vitest';
import { openOwnNotes } from '#api/note/read-private-notes.ts';
import { sealPrivateNotes } from '#api/note/seal-private-notes.ts';
import { findPrivateNotes, putPrivateNotes } from '#api/note/store.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { nobody } from '#api/platform/reading/reading.ts';
import { createSeal } from '#api/platform/seal/seal.ts';
import { findPreparation, putAnswer, putRelease } from '#api/preparation/store.ts';
import { createTalks } from '#api/talk/create-talks.ts';
import { changeTalk, listTalksOfCycle, type TalkRecord } from '#api/talk/store.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import { Died, mortalDb } from '#test/given/mortal-db.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { createEraseStep } from './erase-due.ts';

const db = givenOwnDb('retention');
const tenantId = 'tenant';
const now = new Date('2028-03-31T10:00:00Z');
const day = (text: string): Date => new Date(`${text}T10:00:00Z`);
const question = 'proud-of';

type Given = { platform: Platform; talk: (employeeId: string) => Promise<TalkRecord> };

/** Talks of these employees with their manager, begun on these days. */
async function given(begun: Record<string, Partial<TalkRecord>>): Promise<Given> {
  const seal = createSeal(db(), { wrap: async (key) => key, unwrap: async (key) => key });
  const platform = {
    db: db(),
    seal,
    clock: { now: () => now },
    log: createLog('silent'),
    config: { legalHold: [] },
  } as unknown as Platform;
  await plan(platform, { cycleId: 'c', managerId: 'maja' }, begun);
  const talk = async (employeeId: string): Promise<TalkRecord> => {
    const found = (await listTalksOfCycle(db(), tenantId, 'c')).find((one) => one.employeeId === employeeId);
    if (!found) throw new Error(`${employeeId} has no talk`);
    return found;
  };
  return { platform, talk };
}

async function plan(platform: Platform, of: { cycleId: string; managerId: string }, begun: Record<string, Partial<TalkRecord>>) {
  const template = newestTemplate('development-talk');
  if (!template) throw new Error('There is no template');
  const common = { ...of, cycleName: of.cycleId, template, releaseRule: 'both-released' as const, lengthMinutes: 60, time: null };
  await createTalks(
    platform,
    tenantId,
    Object.keys(begun).map((employeeId) => ({ ...common, employeeId })),
  );
  const all = await listTalksOfCycle(db(), tenantId, of.cycleId);
  for (const { _id, employeeId, version } of all) await changeTalk(db(), tenantId, _id, version, begun[employeeId] ?? {});
}

const round = async (platform: Platform): Promise<void> => {
  const step = createEraseStep(platform);
  while (await step());
};

async function write({ platform, talk }: Given, employeeId: string, side: 'employee' | 'manager', authorId: string): Promise<void> {
  const whose = { tenantId, talkId: (await talk(employeeId))._id, authorId };
  const sealed = await platform.seal.closeText(whose, 'x');
  await putAnswer(db(), { ...whose, side }, question, 0, { sealed, savedAt: now, hasText: true });
  await putPrivateNotes(db(), whose, 0, await sealPrivateNotes(platform, whose, 'x', day('2027-02-01')));
}

async function kept({ talk }: Given, employeeId: string, side: 'employee' | 'manager', authorId: string) {
  const whose = { tenantId, talkId: (await talk(employeeId))._id, authorId };
  const [preparation, notes] = [await findPreparation(db(), { ...whose, side }), await findPrivateNotes(db(), whose)];
  return { preparation: preparation !== null, notes: notes !== null };
}

it('Drafts go after 30 days; what was shared, and what the manager prepared, stays', async () => {
  const all = await given({
    old: { startedAt: day('2028-01-10') },
    shared: { startedAt: day('2028-01-10') },
    fresh: { startedAt: day('2028-03-20') },
  });
  for (const who of ['old', 'shared', 'fresh']) await write(all, who, 'employee', who);
  await write(all, 'old', 'manager', 'maja');
  const shared = { tenantId, talkId: (await all.talk('shared'))._id, side: 'employee' as const, authorId: 'shared' };
  await putRelease(db(), shared, 0, { releasedAt: day('2028-01-09'), releasedTo: 'maja' }, [question]);
  await round(all.platform);
  await round(all.platform);
  expect(await kept(all, 'old', 'employee', 'old')).toEqual({ preparation: false, notes: true });
  expect(await kept(all, 'old', 'manager', 'maja')).toEqual({ preparation: true, notes: true });
  expect(await kept(all, 'shared', 'employee', 'shared')).toEqual({ preparation: true, notes: true });
  expect(await kept(all, 'fresh', 'employee', 'fresh')).toEqual({ preparation: true, notes: true });
});

it('Private notes go a year after the talk, unless somebody has written in them since', async () => {
  const held = { startedAt: day('2027-03-01'), finishedAt: day('2027-03-01') };
  const planned = { startedAt: null, createdAt: day('2027-01-01'), start: day('2027-03-01') };
  const never = {
    unfinished: { startedAt: day('2027-03-01'), createdAt: day('2027-01-01') },
    missed: planned,
    later: { ...planned, start: day('2027-12-01') },
  };
  const all = await given({ old: held, written: held, ...never });
  for (const who of ['old', 'written', ...Object.keys(never)]) await write(all, who, 'employee', who);
  const missed = (await all.talk('missed'))._id;
  const keys = (): Promise<number> =>
    db()
      .connection.collection<{ _id: string }>('dataKeys')
      .countDocuments({ _id: { $regex: `^tenant/${missed}/missed/notes/` } });
  expect(await keys()).toBe(1);
  const whose = { tenantId, talkId: (await all.talk('written'))._id, authorId: 'written' };
  await putPrivateNotes(db(), whose, 1, await sealPrivateNotes(all.platform, whose, 'y', day('2027-12-01')));
  await round(all.platform);
  for (const who of ['old', 'unfinished', 'missed'])
    expect({ who, ...(await kept(all, who, 'employee', who)) }).toMatchObject({ who, notes: false });
  for (const who of ['written', 'later']) expect({ who, ...(await kept(all, who, 'employee', who)) }).toMatchObject({ who, notes: true });
  // What was prepared for a talk that may still be held has another key, and stays.
  expect([await keys(), (await kept(all, 'missed', 'employee', 'missed')).preparation]).toEqual([0, true]);
});

it('Under a legal hold on one of the two nothing goes of itself, and once the hold is over what is due does', async () => {
  const handOvers = [{ from: 'vera', to: 'maja', at: day('2027-02-20'), by: 'hedda' }];
  const all = await given({ old: { startedAt: day('2027-03-01'), finishedAt: day('2027-03-01'), handOvers } });
  await write(all, 'old', 'employee', 'old');
  await write(all, 'old', 'manager', 'vera');
  for (const legalHold of [['old'], ['maja'], ['vera']]) await round({ ...all.platform, config: { ...all.platform.config, legalHold } });
  expect(await kept(all, 'old', 'employee', 'old')).toEqual({ preparation: true, notes: true });
  expect(await kept(all, 'old', 'manager', 'vera')).toEqual({ preparation: true, notes: true });
  await round(all.platform);
  expect(await kept(all, 'old', 'employee', 'old')).toEqual({ preparation: false, notes: false });
  expect(await kept(all, 'old', 'manager', 'vera')).toEqual({ preparation: false, notes: false });
});

it('What a former manager wrote goes 30 days after the hand-over, with its key once the talk has begun', async () => {
  const handOvers = [{ from: 'vera', to: 'maja', at: day('2028-02-20'), by: 'hedda' }];
  const all = await given({ begun: { startedAt: day('2028-03-20'), handOvers }, planned: { start: day('2028-04-20'), handOvers } });
  for (const who of ['begun', 'planned']) for (const manager of ['vera', 'maja']) await write(all, who, 'manager', manager);
  await round(all.platform);
  const keys = await db().connection.collection<{ _id: string }>('dataKeys').find({}).toArray();
  for (const who of ['begun', 'planned']) {
    expect(await kept(all, who, 'manager', 'vera')).toEqual({ preparation: false, notes: false });
    expect(await kept(all, who, 'manager', 'maja')).toEqual({ preparation: true, notes: true });
    const { _id } = await all.talk(who);
    expect(keys.map((key) => key._id).includes(`${tenantId}/${_id}/vera`)).toBe(who === 'planned');
    expect(keys.map((key) => key._id)).toContain(`${tenantId}/${_id}/maja`);
  }
});

it('Of a signed talk a former manager’s private notes go 30 days after the employee’s next talk is another’s; what they prepared stays readable', async () => {
  const signatures = (['employee', 'manager'] as const).map((side) => ({ side, personId: side, at: day('2028-01-20'), hash: 'h' }));
  const held = { createdAt: day('2028-01-01'), startedAt: day('2028-03-01'), signatures };
  const all = await given({ fresh: held, old: held, other: held });
  for (const who of ['fresh', 'old', 'other']) await write(all, who, 'manager', 'maja');
  await write(all, 'old', 'employee', 'old');
  const next = { fresh: { createdAt: day('2028-03-02') }, old: { createdAt: day('2028-03-01') } };
  await plan(all.platform, { cycleId: 'next', managerId: 'vera' }, next);
  await round(all.platform);
  expect(await kept(all, 'fresh', 'manager', 'maja')).toEqual({ preparation: true, notes: true });
  expect(await kept(all, 'other', 'manager', 'maja')).toEqual({ preparation: true, notes: true });
  expect(await kept(all, 'old', 'manager', 'maja')).toEqual({ preparation: true, notes: false });
  expect((await kept(all, 'old', 'employee', 'old')).notes).toBe(true);
  // What the manager prepared has a key of its own, which is therefore still there.
  const whose = { tenantId, talkId: (await all.talk('old'))._id, authorId: 'maja' };
  const prepared = await findPreparation(db(), { ...whose, side: 'manager' });
  expect(await all.platform.seal.openText(whose, prepared?.answers[question]?.sealed ?? Buffer.alloc(0), nobody)).toBe('x');
});

it('A former manager’s private notes cannot be opened with anything a dump of the store holds afterwards, and could before', async () => {
  const signatures = (['employee', 'manager'] as const).map((side) => ({ side, personId: side, at: day('2028-01-20'), hash: 'h' }));
  const parting = { to: 'vera', at: day('2028-02-01'), by: 'hedda', choice: null, chosenAt: null };
  const held = { startedAt: day('2028-01-10'), parting, partedAt: day('2028-03-01') };
  const all = await given({ unsigned: held, signed: { ...held, signatures }, later: { ...held, partedAt: day('2028-03-02') } });
  for (const who of ['unsigned', 'signed', 'later']) await write(all, who, 'manager', 'maja');
  const sealedOf = async (who: string) => {
    const found = await findPrivateNotes(db(), { tenantId, talkId: (await all.talk(who))._id, authorId: 'maja' });
    return found?.sealed ?? Buffer.alloc(0);
  };
  const sealed = { unsigned: await sealedOf('unsigned'), signed: await sealedOf('signed'), later: await sealedOf('later') };
  const opened = async () => {
    const keys = await db().connection.collection<DataKey>('dataKeys').find({}).toArray();
    const withAny = (bytes: Buffer): boolean => keys.some((key) => opens(bytes, key));
    return Object.fromEntries(Object.entries(sealed).map(([who, bytes]) => [who, withAny(bytes)]));
  };
  expect(await opened()).toEqual({ unsigned: true, signed: true, later: true });
  await round(all.platform);
  expect(await opened()).toEqual({ unsigned: false, signed: false, later: true });
  for (const name of (await db().connection.listCollections()).map((one) => one.name))
    for await (const raw of db().connection.collection(name).find({}, { raw: true }))
      for (const bytes of [sealed.unsigned, sealed.signed]) expect((raw as unknown as Buffer).includes(bytes)).toBe(false);
  for (const who of ['unsigned', 'signed']) expect((await kept(all, who, 'manager', 'maja')).preparation).toBe(true);
});

type DataKey = { _id: string; wrapped: { buffer: Uint8Array } };

/** Whether bytes can be opened with a key as a thief would try it, who has read how they are sealed (platform/seal); the keys lie here unwrapped. */
function opens(sealed: Buffer, { _id, wrapped }: DataKey): boolean {
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(wrapped.buffer), sealed.subarray(1, 13))
    .setAAD(Buffer.from(_id))
    .setAuthTag(sealed.subarray(13, 29));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf16le') === 'x';
  } catch {
    return false;
  }
}

it('Private notes of an earlier release open with their author’s key, and have one of their own once they are written in', async () => {
  const all = await given({ old: { startedAt: day('2028-03-20') } });
  const { _id: talkId, version } = await all.talk('old');
  const whose = { tenantId, talkId, authorId: 'maja' };
  const earlier = { sealed: await all.platform.seal.closeText(whose, 'before'), savedAt: now };
  await db()
    .connection.collection('privateNotes')
    .insertOne({ _id: `${talkId}/maja` as never, ...whose, ...earlier, version: 1 });
  const author = { ...whose, personId: 'maja' } as unknown as Person;
  expect((await openOwnNotes(all.platform, author, talkId)).text).toBe('before');
  await putPrivateNotes(db(), whose, 1, await sealPrivateNotes(all.platform, whose, 'after', now));
  expect((await openOwnNotes(all.platform, author, talkId)).text).toBe('after');
  await changeTalk(db(), tenantId, talkId, version, { startedAt: day('2028-01-01'), partedAt: day('2028-02-01') });
  await round(all.platform);
  const keys = await db().connection.collection<DataKey>('dataKeys').find({}).toArray();
  expect(keys.map(({ _id }) => _id).filter((id) => id.includes(talkId))).toEqual([`${tenantId}/${talkId}/maja`]);
});

it('A year later private notes go with their key, wherever it dies in between; what their author writes anew at that very moment has another, and stays', async () => {
  const held = { startedAt: day('2027-03-01'), finishedAt: day('2027-03-01') };
  const all = await given({ old: held });
  await write(all, 'old', 'employee', 'old');
  const whose = { tenantId, talkId: (await all.talk('old'))._id, authorId: 'old' };
  const sealed = (await findPrivateNotes(db(), whose))?.sealed ?? Buffer.alloc(0);
  const keys = () => db().connection.collection<DataKey>('dataKeys').find({}).toArray();
  expect((await keys()).some((key) => opens(sealed, key))).toBe(true);
  const late = await sealPrivateNotes(all.platform, whose, 'too late', now);
  const wrapper = { wrap: async (key: Buffer) => key, unwrap: async (key: Buffer) => key };
  const deaths: string[] = [];
  let isAnew = false;
  for (let isDone = false; !isDone;) {
    const mortal = mortalDb(db(), deaths.length + 1);
    isDone = await round({ ...all.platform, db: mortal.db, seal: createSeal(mortal.db, wrapper) }).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Died)) throw error;
        deaths.push(mortal.writes.at(-1) ?? '');
        return false;
      },
    );
    if (isAnew || deaths.at(-1) !== 'deleteOne dataKeys') continue;
    isAnew = true;
    // They are as good as gone: who still has the page open is told so, and may write anew.
    expect(await findPrivateNotes(db(), whose)).toBeNull();
    expect(await putPrivateNotes(db(), whose, 1, late)).toBe(false);
    expect(await putPrivateNotes(db(), whose, 0, await sealPrivateNotes(all.platform, whose, 'anew', now))).toBe(true);
  }
  expect(deaths).toContain('deleteOne dataKeys');
  expect((await keys()).some((key) => opens(sealed, key))).toBe(false);
  expect((await openOwnNotes({ ...all.platform, seal: createSeal(db(), wrapper) }, author('old'), whose.talkId)).text).toBe('anew');
  // What was written anew goes in its time like any other: nothing is left, and no key of it.
  const later = { ...all.platform, clock: { now: () => day('2029-04-30') } } as Platform;
  await round(later);
  expect(await db().connection.collection('privateNotes').countDocuments({ authorId: 'old' })).toBe(0);
  expect((await keys()).map(({ _id }) => _id).filter((id) => id.includes('/notes'))).toEqual([]);
});

const author = (personId: string): Person => ({ tenantId, personId }) as unknown as Person;
