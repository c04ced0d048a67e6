/** Who is gone and who is here, as readings of the directory say it, also those that fail; on a store of its own, with Graph's answers page by page. */
import { expect, it } from 'vitest';
import { readUserChanges, type DirectoryUser } from '#api/platform/graph/people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { dropPerson } from './leaving/drop-person.ts';
import { findLeaversDue } from './leaving/find-leavers.ts';
import { findPersonRecord, readDirectory } from './store.ts';
import { syncPeople } from './sync-people.ts';

const db = givenOwnDb('sync-people');
const tenantId = 'tenant';
const dayMs = 86_400_000;
const begin = new Date('2027-02-01T07:30:00Z');

type Page = DirectoryUser[] | 'fails';
type Given = Awaited<ReturnType<typeof given>>;

/** A directory that answers these pages, each reading its own; `asked` are the addresses it was asked at, `settingsOf` whose mailboxes. */
async function given() {
  let now = begin;
  let pages: Page[] = [];
  const asked: string[] = [];
  const settingsOf: string[] = [];
  const send = async (_tenant: string, { path }: { path: string }): Promise<unknown> => {
    asked.push(path);
    const page = pages.shift();
    if (!page || page === 'fails') throw new Error('Graph does not answer');
    const more = pages.length > 0 ? { '@odata.nextLink': `/next${pages.length}` } : { '@odata.deltaLink': '/delta' };
    return { value: page, ...more };
  };
  const graph = {
    readUserChanges: (tenant: string, link: string | null) => readUserChanges(send as never, tenant, link),
    readMailboxSettings: async (_tenant: string, ids: string[]) => {
      settingsOf.push(...ids);
      return new Map(ids.map((id) => [id, { timeZone: 'Europe/Stockholm', locale: 'sv-SE' }]));
    },
  };
  const platform = { db: db(), graph, clock: { now: () => now }, config: { legalHold: [] } } as unknown as Platform;
  return {
    platform,
    asked,
    settingsOf,
    async read(...answered: Page[]) {
      pages = answered;
      await syncPeople(platform, tenantId);
    },
    pass: (days: number) => void (now = new Date(now.getTime() + days * dayMs)),
  };
}

const users = (...ids: string[]): DirectoryUser[] => ids.map((id) => ({ id, displayName: id, accountEnabled: true }));
const removed = (id: string): DirectoryUser => ({ id, '@removed': { reason: 'changed' } });
const crowd = (size: number): string[] => Array.from({ length: size }, (_, nth) => `p${nth}`);
const seen = async (personId: string) => {
  const found = await findPersonRecord(db(), tenantId, personId);
  return found && { enabled: found.enabled, gone: (found.goneAt ?? null) !== null };
};
const due = async ({ platform }: Given): Promise<string[]> => (await findLeaversDue(platform, tenantId)).map(({ personId }) => personId);

it('Whoever leaves is gone at once and due 30 days later; whoever comes back within that time is not, and may come in again', async () => {
  const all = await given();
  await all.read(users('elin', 'erik', 'maja'));
  await all.read([removed('elin'), removed('erik')]);
  expect([await seen('elin'), await seen('maja')]).toEqual([
    { enabled: false, gone: true },
    { enabled: true, gone: false },
  ]);
  all.pass(29);
  expect(await due(all)).toEqual([]);
  await all.read(users('erik'));
  // Told again, at the end of the bin: it counts from when they left.
  await all.read([removed('elin')]);
  all.pass(1);
  expect(await due(all)).toEqual(['elin']);
  expect(await seen('erik')).toEqual({ enabled: true, gone: false });
});

it('Who is named and then removed in one reading is gone, and the other way round is here; who was never known stays unknown', async () => {
  const all = await given();
  await all.read(users('elin', 'erik'));
  await all.read([...users('elin'), removed('erik')], [removed('elin'), ...users('erik'), removed('stranger')]);
  expect([await seen('elin'), await seen('erik'), await seen('stranger')]).toEqual([
    { enabled: false, gone: true },
    { enabled: true, gone: false },
    null,
  ]);
});

it('A reading that breaks off says of nobody that they are gone, whichever page it was', async () => {
  const all = await given();
  await all.read(users('elin', 'erik'), users('maja'));
  for (const pages of [['fails'], [users('elin'), 'fails'], [[removed('elin')], 'fails']] as Page[][])
    await expect(all.read(...pages)).rejects.toThrow('Graph does not answer');
  await db()
    .connection.collection('directories')
    .updateOne({}, { $set: { deltaLink: null } });
  await expect(all.read(users('maja'), 'fails')).rejects.toThrow('Graph does not answer');
  all.pass(40);
  expect(await due(all)).toEqual([]);
  for (const who of ['elin', 'erik', 'maja']) expect(await seen(who)).toEqual({ enabled: true, gone: false });
});

it('A whole reading that lacks half of the people lets nobody in who is missing, and erases nothing of theirs; the next that has them mends it', async () => {
  const all = await given();
  await all.read(users(...crowd(20)));
  await db()
    .connection.collection('directories')
    .updateOne({}, { $set: { deltaLink: null } });
  await all.read(users(...crowd(10)));
  expect([await seen('p9'), await seen('p19')]).toEqual([
    { enabled: true, gone: false },
    { enabled: false, gone: true },
  ]);
  all.pass(40);
  expect(await due(all)).toEqual([]);
  await all.read(users(...crowd(20)));
  expect(await seen('p19')).toEqual({ enabled: true, gone: false });
});

it('Of whom only the name is left no mailbox is asked; when they come back it is read anew, so that they have their language and time zone again', async () => {
  const all = await given();
  await all.read(users('elin', 'erik'));
  await all.read([removed('elin')]);
  await dropPerson(all.platform, { tenantId, personId: 'elin' }, true);
  await all.read([]);
  expect(all.settingsOf).toEqual(['elin', 'erik']);
  expect(await findPersonRecord(db(), tenantId, 'elin')).toMatchObject({ name: 'elin', language: 'en', hasMailbox: false });
  await all.read(users('elin'));
  expect(all.settingsOf).toEqual(['elin', 'erik', 'elin']);
  const back = { language: 'sv', timeZone: 'Europe/Stockholm', hasMailbox: true, enabled: true, goneAt: null, erasedAt: null };
  expect(await findPersonRecord(db(), tenantId, 'elin')).toMatchObject(back);
});

it('After an earlier release, which did not note who left, the directory is read as a whole once', async () => {
  const all = await given();
  await all.read(users('elin', 'erik'));
  await db()
    .connection.collection('directories')
    .updateOne({}, { $unset: { wholeAt: 1 } });
  await db()
    .connection.collection('people')
    .updateOne({ personId: 'elin' }, { $set: { enabled: false }, $unset: { goneAt: 1 } });
  await all.read(users('erik'));
  expect(await seen('elin')).toEqual({ enabled: false, gone: true });
  await all.read([]);
  expect(all.asked.map((path) => path.split('?')[0])).toEqual(['/users/delta', '/users/delta', '/delta']);
  expect((await readDirectory(db(), tenantId)).wholeAt).toEqual(begin);
});
