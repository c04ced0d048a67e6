/** What goes of access logs with time, on a store of its own: under a legal hold only what it is about stays. */
import { expect, it } from 'vitest';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { createSeal } from '#api/platform/seal/seal.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { addEntries } from './add-entries.ts';
import { isChainWhole } from '../access-chain/check-chain.ts';
import { eraseAgedAccesses } from './erase-accesses.ts';
import { countRefused } from '../refused-access/store.ts';
import type { Access } from './rules.ts';

const db = givenOwnDb('accesses');
const tenantId = 'tenant';
const hour = (at: number): Date => new Date(Date.UTC(2025, 0, 1, at));

/** Talks of these employees with Maja, each opened by these people, an hour between. */
async function given(opened: Record<string, string[]>, legalHold: string[]) {
  const seal = createSeal(db(), { wrap: async (key) => key, unwrap: async (key) => key });
  const config = { legalHold, tenants: [tenantId] };
  const platform = { db: db(), seal, clock: { now: () => hour(0) }, log: createLog('silent'), config } as unknown as Platform;
  const talks = Object.keys(opened).map((employeeId) => ({
    _id: employeeId,
    tenantId,
    employeeId,
    managerId: 'maja',
    handOvers: [{ from: 'vera' }],
  }));
  await db().connection.collection<{ _id: string }>('talks').insertMany(talks);
  const what = { tenantId, relation: 'manager', state: 2, item: 'agenda', act: 'read', channel: 'tab' } as const;
  for (const [talkId, people] of Object.entries(opened))
    await addEntries(
      platform,
      people.map((personId, at): Access => ({ ...what, talkId, personId, at: hour(at) })),
    );
  for (const personId of ['henrik', 'elin'])
    await countRefused(db(), { tenantId, personId, item: 'talk', act: 'read', channel: 'tab', at: hour(0) });
  const then = { ...platform, clock: { now: () => new Date('2027-06-01') } };
  const left = async (talkId: string): Promise<string[]> =>
    (await db().connection.collection('accesses').find({ talkId }).sort({ number: 1 }).toArray()).map(({ personId }) => String(personId));
  const refused = async (): Promise<string[]> =>
    (await db().connection.collection('accessRefusals').find({}).toArray()).map(({ personId }) => String(personId)).sort();
  return { platform, left, refused, erase: async (): Promise<void> => void (await eraseAgedAccesses(then)) };
}

const opened = { erik: ['maja', 'erik', 'maja'], emil: ['maja', 'henrik', 'emil'], elin: ['henrik', 'elin'] };

it('without a hold all that is old goes, and what is left is whole', async () => {
  const { platform, left, refused, erase } = await given(opened, []);
  await erase();
  for (const talkId of Object.keys(opened)) {
    expect(await left(talkId)).toEqual([]);
    expect(await isChainWhole(platform, { tenantId, talkId })).toBe(true);
  }
  expect(await refused()).toEqual([]);
});

it('under a hold on an employee the log of their talk stays whole, also when they never opened it, and no other', async () => {
  const { platform, left, erase } = await given({ ...opened, erik: ['maja', 'maja', 'maja'] }, ['erik']);
  await erase();
  await erase();
  expect([await left('erik'), await left('emil'), await left('elin')]).toEqual([['maja', 'maja', 'maja'], [], []]);
  expect(await isChainWhole(platform, { tenantId, talkId: 'erik' })).toBe(true);
});

it('a hold on a manager before keeps the log of the talk they handed over', async () => {
  const { left, erase } = await given({ erik: ['maja'] }, ['vera']);
  await erase();
  expect(await left('erik')).toEqual(['maja']);
});

it('of talks that are somebody else’s, a hold keeps what the held opened and what came after', async () => {
  const { platform, left, refused, erase } = await given(opened, ['henrik']);
  await erase();
  await erase();
  expect([await left('erik'), await left('emil'), await left('elin')]).toEqual([[], ['henrik', 'emil'], ['henrik', 'elin']]);
  for (const talkId of Object.keys(opened)) expect(await isChainWhole(platform, { tenantId, talkId })).toBe(true);
  expect(await refused()).toEqual(['henrik']);
});
