/**
 * A re-plan with rooms while Microsoft 365 is slow: looking for the rooms takes longer than a claim lasts, and another instance of Samtal is at work.
 * In virtual time.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { addReplan, takeReplan } from '#api/cycle/replan/store.ts';
import { usualRules } from '#api/cycle/rules/usual-rules.ts';
import { addCycle, findCycle } from '#api/cycle/store.ts';
import { changeTalk, type TalkRecord } from '#api/talk/store.ts';
import { crowdOf } from '#test/given/crowd.ts';
import { usualSettings } from '#test/given/launched-cycle.ts';
import { givenVirtualSamtal, givePeople, giveTalks, talksOf, type VirtualSamtal } from '#test/given/virtual-samtal.ts';

const now = new Date('2027-02-01T07:30:00Z');
const talksInAll = 45;
const answerMs = 2_000;
const weeks = (count: number): number => count * 7 * 86_400_000;
const crowd = crowdOf([talksInAll, 0], new Date('2027-02-15T00:00:00Z'));
const tenantId = crowd.company.tenant.id;

let samtal: VirtualSamtal;
afterAll(() => samtal?.stop());

it('looks for the room of each talk once, however slow that is, and whoever else is at work', async () => {
  samtal = await givenVirtualSamtal({ crowd, now, chance: () => 0 });
  const { m365 } = samtal;
  const read = new Map<string, number>();
  m365.standBetween(async (send, input, init) => {
    const asked = new Request(input, init);
    if (!asked.url.includes('getSchedule')) return send(input, init);
    const { startTime } = (await asked.clone().json()) as { startTime: { dateTime: string } };
    read.set(startTime.dateTime, (read.get(startTime.dateTime) ?? 0) + 1);
    await m365.time.wait(answerMs);
    return send(input, init);
  });
  const lives = [await samtal.begin(), await samtal.begin()] as const;
  const [{ platform }] = lives;
  await givePeople(lives[0], crowd);
  await giveTalks(lives[0], crowd);
  const talks = await talksOf(lives[0], crowd);
  const cycleId = talks[0]?.cycleId ?? '';
  await acceptedReplan(platform.db, cycleId, talks);
  const began = m365.time.now().getTime();
  await m365.time.run(async () => {
    for (const life of lives) life.work(['share-limits', 'replan-cycles']);
    while ((await findCycle(platform.db, tenantId, cycleId))?.replanDue) await m365.time.wait(1_000);
  });
  const claimSeconds = 60;
  expect((m365.time.now().getTime() - began) / 1000).toBeGreaterThan(claimSeconds);
  expect(read.size).toBe(talksInAll);
  expect([...read.values()].filter((times) => times !== 1)).toEqual([]);
  const moved = await talksOf(lives[0], crowd);
  expect(moved.map(({ start, room }) => [start, room?.name])).toEqual(talks.map(({ start }) => [later(start), 'Chart room']));
});

const later = (start: Date | null): Date => new Date((start?.getTime() ?? 0) + weeks(4));

/** Every talk, in the calendars already, four weeks later, each in the one room, which is free. */
async function acceptedReplan(db: Parameters<typeof addCycle>[0], cycleId: string, talks: TalkRecord[]): Promise<void> {
  const { people, tenant } = crowd.company;
  const chosen = [{ address: `${people.at(-1)?.alias}@${tenant.domain}`, name: 'Chart room', building: '' }];
  const settings = { ...usualSettings(now), rules: { ...usualRules, rooms: { chosen, without: [] } } };
  const by = { createdBy: 'hr', launchedBy: 'hr', createdAt: now, launchedAt: now, talksCreatedAt: now };
  await addCycle(db, { _id: cycleId, tenantId, ...by, settings, plan: null, launchDue: null, version: 1 });
  for (const { _id, version } of talks) await changeTalk(db, tenantId, _id, version, { roomWanted: true, bookDue: null });
  const steps = talks.map(({ _id: talkId, start, end }) => ({
    ...{ talkId, from: { start: start ?? now, end: end ?? now }, to: { start: later(start), end: later(end) } },
    why: 'window',
  }));
  const replan = { _id: randomUUID(), tenantId, cycleId, version: 1, proposedAt: now, proposedBy: 'hr', settings, steps, begunAt: null };
  await addReplan(db, replan);
  expect(await takeReplan(db, replan, { by: 'hr', leftOut: [] }, now)).not.toBeNull();
}
