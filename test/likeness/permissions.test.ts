/**
 * Every permission of infra/entra is used, or says why not: a whole Samtal reads the directory, launches a cycle, tells everybody, loses the answer
 * to a mail and meets somebody for the first time; what opened its calls is read at the desk.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRooms } from '#api/cycle/room/contract.ts';
import type { AnsweredCall } from '#infra/local/m365/core/world.ts';
import { givenLaunchedCycle } from '../given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '../given/samtal.ts';
import { until } from '../given/until.ts';

type Permission = { name: string; why: string; unusedBecause?: string };
const file = new URL('../../infra/entra/permissions.json', import.meta.url);
const granted = JSON.parse(readFileSync(file, 'utf8')) as Record<'application' | 'delegated' | 'resourceSpecific', Permission[]>;

let samtal: GivenSamtal;
let calls: AnsweredCall[] = [];

beforeAll(async () => {
  samtal = await givenSamtal();
  await samtal.desk.faults.add({ service: 'graph', kind: 'lose-answer', method: 'POST', pathContains: '/messages' });
  await samtal.as('hedda').must(listRooms);
  await givenLaunchedCycle(samtal);
  const { tenant } = samtal.companies[0] ?? { tenant: { id: '' } };
  // Also when the connection to Entra is closed just as it is used again, as happens to one that has stood idle.
  await samtal.desk.faults.add({ service: 'entra', kind: 'cut' });
  await samtal.platform.graph.readMyMailboxSettings(tenant.id, await samtal.as('erik').token());
  // Within seven days of the first talks Samtal goes into their meetings' chats.
  await samtal.desk.clock.pass({ days: 7 });
  const isLookedUp = (one: AnsweredCall): boolean => one.path.includes('/mailFolders/sentitems/messages') && one.status === 200;
  await until(
    async () => {
      // The lost mail waits before it is looked for.
      await samtal.desk.clock.pass({ minutes: 2 });
      calls = (await samtal.desk.calls({ service: 'graph' })).calls;
      return (
        calls.some(isLookedUp) &&
        ['/sendActivityNotification', '/installedApps'].every((call) => calls.some(({ path }) => path.includes(call)))
      );
    },
    { message: 'everybody is told, and the lost mail was looked up', withinMs: 25_000 },
  );
});
afterAll(() => samtal?.stop());

/** Calls of a person go to /me; all others are the app's own. */
const isDelegated = ({ path }: AnsweredCall): boolean => path.startsWith('/v1.0/me/');
const usedBy = (asked: AnsweredCall[]): Set<string | null> => new Set(asked.map(({ permission }) => permission));

describe('a permission that was granted', () => {
  it.each(['application', 'delegated', 'resourceSpecific'] as const)('%s: opens a call, or says why it opens none', (kind) => {
    const used = usedBy(kind === 'resourceSpecific' ? calls : calls.filter((call) => isDelegated(call) === (kind === 'delegated')));
    expect(granted[kind].length).toBeGreaterThan(0);
    const unused = granted[kind].filter(({ name }) => !used.has(name));
    expect(unused.filter(({ unusedBecause = '' }) => unusedBecause.length < 20).map(({ name }) => name)).toEqual([]);
    const stale = granted[kind].filter(({ name, unusedBecause }) => used.has(name) && unusedBecause !== undefined);
    expect(stale.map(({ name }) => name)).toEqual([]);
  });

  it('was there for every call that Samtal made', () => {
    const refused = calls.filter(({ status }) => status === 403);
    expect(refused.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});
