/** What HR is told as a cycle goes on and the next one begins, on a store of its own: five people more, five fewer, or the same. */
import { expect, it } from 'vitest';
import { createLog } from '#api/platform/log/log.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { createTalks } from '#api/talk/create-talks.ts';
import { changeTalk, listTalksOfCycle } from '#api/talk/store.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { countGoals } from './count-goals.ts';
import { putNewGoal } from './store.ts';

const db = givenOwnDb('count-goals');
const tenantId = 'tenant';
const day = (nth: number): Date => new Date(nth * 86_400_000);
const hr = { tenantId, personId: 'hedda', isHr: true } as Person;
const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'hedda'];

it('HR’s numbers of goals change by five people at a time, within a cycle and from one to the next', async () => {
  const platform = { db: db(), clock: { now: () => day(1) }, log: createLog('silent') } as unknown as Platform;
  const template = newestTemplate('development-talk');
  if (!template) throw new Error('There is no template');
  const common = { template, releaseRule: 'both-released' as const, lengthMinutes: 60, managerId: 'maja', time: null };
  for (const cycleId of ['spring', 'autumn', 'unplanned/maja/1'])
    await createTalks(
      platform,
      tenantId,
      people.map((employeeId) => ({ ...common, cycleId, cycleName: cycleId, employeeId })),
    );
  // The first has one goal, the second two, and so on.
  for (const [at, employeeId] of people.entries())
    for (let nth = 0; nth <= at; nth += 1)
      await putNewGoal(db(), {
        ...{ _id: `${employeeId}${nth}`, tenantId, employeeId, managerId: 'maja', authorId: employeeId, sealed: Buffer.from('x') },
        ...{ due: null, visibility: 'manager', state: 'going-on', proposal: null, madeAt: day(1), steps: [], version: 1 },
      });
  const sign = async (cycleId: string, employeeId: string, nth: number): Promise<void> => {
    const talk = (await listTalksOfCycle(db(), tenantId, cycleId)).find((one) => one.employeeId === employeeId);
    if (!talk) throw new Error('There is such a talk');
    const signatures = (['employee', 'manager'] as const).map((side) => ({ side, personId: side, at: day(nth), hash: 'x' }));
    await changeTalk(db(), tenantId, talk._id, talk.version, { signatures, startedAt: day(nth), finishedAt: day(nth) });
  };
  const told = async (cycleId: string): Promise<number> => {
    const counted = await countGoals(platform, hr, cycleId);
    return counted.ok ? counted.value.states.reduce((sum, { goals }) => sum + goals, 0) : -1;
  };
  const [first, second] = [1 + 2 + 3 + 4 + 5, 6 + 7 + 8 + 9 + 10];
  const seen: number[] = [];
  for (const [at, who] of people.entries()) {
    await sign('spring', who, 10 + at);
    seen.push(await told('spring'));
  }
  expect(seen).toEqual([0, 0, 0, 0, first, first, first, first, first, first + second, first + second]);
  // A talk between two cycles takes nobody out, and is counted in none.
  for (const [at, who] of people.slice(0, 6).entries()) await sign('unplanned/maja/1', who, 30 + at);
  expect([await told('spring'), await told('unplanned/maja/1')]).toEqual([first + second, 0]);
  // Whoever signs in the next cycle takes the four with whom they were counted along.
  await sign('autumn', 'c', 40);
  expect([await told('spring'), await told('autumn')]).toEqual([second, 0]);
  for (const [at, who] of ['a', 'b', 'd', 'e'].entries()) await sign('autumn', who, 41 + at);
  expect([await told('spring'), await told('autumn')]).toEqual([second, first]);
});
