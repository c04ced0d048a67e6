/** When a due reminder goes out and when it waits: many as one, outside a person's hours, on public holidays, while they are away, after enough for a day. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { savePeople } from '#api/people/store.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import { givenBot } from '#test/given/bot.ts';
import { givenGraphAnswers } from '#test/given/graph-answers.ts';
import { writeAbsences } from './absence/store.ts';
import type { Kind } from './contract.ts';
import { deliverNextReminder } from './deliver-reminder.ts';
import { sendMissed } from './missed/send-missed.ts';
import { addReminders, type ReminderRecord } from './store.ts';

const bot = await givenBot();
const { platform, teams, anna, bo, tenantId } = bot;
const graph = givenGraphAnswers(`${teams.serviceUrl}/v3/`);
afterAll(async () => {
  graph.stop();
  await bot.stop();
});
const rows = () => platform.db.connection.collection<ReminderRecord>('reminders');
beforeEach(async () => {
  // Who is away cannot be asked for; what is known of it counts.
  graph.begin({ 'POST /$batch': 403 });
  await rows().deleteMany({});
  await platform.db.connection.collection('absences').deleteMany({});
  await bot.savePeople();
});

/** From now on the clock says so, in Stockholm's winter. */
const itIs = (local: string): void => void (platform.clock.now = () => new Date(`${local}:00+01:00`));
async function due(kind: Kind, talkIds: string[], mark = ''): Promise<void> {
  const of = { tenantId, kind, cycleId: 'c', channel: 'best', recipientId: anna.id, alike: null } as const;
  const all = talkIds.map((talkId) => ({ ...of, talkId, key: `${talkId}:${kind}:${mark}:${anna.id}` }));
  await addReminders(platform.db, all, platform.clock.now());
}
async function deliverAll(): Promise<string[]> {
  graph.asked.length = 0;
  while (await deliverNextReminder(platform));
  return graph.asked.filter((name) => name === 'feed');
}
/** Until when those that wait do, as Anna's clock shows it. */
async function waits(): Promise<string[]> {
  const all = await rows()
    .find({ due: { $ne: null } })
    .toArray();
  return all.map(({ due: mark }) => new Date((mark?.at.getTime() ?? 0) + 3_600_000).toISOString().slice(0, 16)).sort();
}
const talks = (count: number, change: object = {}): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => bot.addTalk(change)));
/** Held on the first of December and signed by nobody. */
const held = {
  start: new Date('2026-12-01T09:00:00Z'),
  startedAt: new Date('2026-12-01T09:00:00Z'),
  startedBy: bo.id,
  finishedAt: new Date('2026-12-01T10:00:00Z'),
  finishedBy: bo.id,
};

it('Several of one person are one entry that says how many, and none of them comes again', async () => {
  itIs('2026-12-02T10:00');
  const both = await talks(2);
  await due('talk-tomorrow', both);
  await due('signature-due', await talks(1, held));
  expect(await deliverAll()).toEqual(['feed']);
  expect(graph.bodies.feed).toMatchObject({ activityType: 'severalWaiting', templateParameters: [{ name: 'count', value: '3' }] });
  expect(await rows().countDocuments({ outcome: 'feed', due: null })).toBe(3);
  expect(await deliverAll()).toEqual([]);
});

it('What may have arrived alone is tried again alone and as the same entry, whatever else has come up meanwhile', async () => {
  itIs('2026-12-02T10:00');
  await due('signature-due', await talks(1, held));
  graph.answers.feed = 'lost';
  expect(await deliverAll()).toEqual(['feed']);
  const { chainId } = graph.bodies.feed ?? {};
  graph.answers.feed = 204;
  itIs('2026-12-02T10:02');
  await due('signature-due', await talks(2, held), 'later');
  await deliverNextReminder(platform);
  expect(graph.bodies.feed).toMatchObject({ activityType: 'signatureDue', chainId });
  expect(await deliverAll()).toEqual(['feed']);
  expect(graph.bodies.feed).toMatchObject({ activityType: 'severalWaiting', templateParameters: [{ name: 'count', value: '2' }] });
});

it('What has come up twice of one talk is told once, in its own words', async () => {
  itIs('2026-12-15T10:00');
  const [talkId = ''] = await talks(1, held);
  await due('signature-due', [talkId], '3');
  await due('signature-due', [talkId], '10');
  expect(await deliverAll()).toEqual(['feed']);
  expect(graph.bodies.feed).toMatchObject({ activityType: 'signatureDue' });
  expect(await rows().countDocuments({ outcome: 'feed' })).toBe(2);
});

it('In the evening it waits for the morning, and news does not', async () => {
  itIs('2026-12-09T21:00');
  const one = await talks(1, held);
  await due('signature-due', one);
  expect(await deliverAll()).toEqual([]);
  expect(await waits()).toEqual(['2026-12-10T07:30']);
  await due('signature-waiting', one);
  expect(await deliverAll()).toEqual(['feed']);
  expect(graph.bodies.feed).toMatchObject({ activityType: 'signatureWaiting' });
  itIs('2026-12-10T07:29');
  expect(await deliverAll()).toEqual([]);
  itIs('2026-12-10T07:30');
  expect(await deliverAll()).toEqual(['feed']);
});

it('On Christmas Eve it waits until people work again', async () => {
  itIs('2026-12-24T10:00');
  await due('signature-due', await talks(1, held));
  expect(await deliverAll()).toEqual([]);
  expect(await waits()).toEqual(['2026-12-28T07:30']);
});

it('While somebody is away it waits for the return, and is looked at again each morning; news does not wait', async () => {
  itIs('2026-12-08T10:00');
  const away = { until: new Date('2026-12-10T12:00:00+01:00') };
  await writeAbsences(platform.db, tenantId, new Map([[anna.id, away]]), platform.clock.now());
  const one = await talks(1, held);
  await due('signature-due', one);
  await due('signature-waiting', one);
  expect(await deliverAll()).toEqual(['feed']);
  expect(await waits()).toEqual(['2026-12-09T07:30']);
  itIs('2026-12-10T08:00');
  expect(await deliverAll()).toEqual([]);
  expect(await waits()).toEqual(['2026-12-10T12:00']);
  itIs('2026-12-10T12:00');
  expect(await deliverAll()).toEqual(['feed']);
  expect(await waits()).toEqual([]);
});

it('After six on one day the next waits for tomorrow; that the talk begins in a moment does not', async () => {
  itIs('2026-12-03T09:45');
  await due('signature-due', await talks(6, held));
  expect(await deliverAll()).toEqual(['feed']);
  const now = await talks(1);
  await due('signature-due', await talks(1, held));
  await due('talk-now', now);
  expect(await deliverAll()).toEqual(['feed']);
  expect(graph.bodies.feed).toMatchObject({ activityType: 'talkNow' });
  expect(await waits()).toEqual(['2026-12-04T07:30']);
});

describe('What is the same for many, in one call', () => {
  /** One preparation of Anna's for each talk, told in one call to the feed; her mailbox is there for those that cannot be told there. */
  const dueForMany = async (): Promise<void> => {
    itIs('2026-11-27T10:00');
    await savePeople(platform.db, tenantId, [{ personId: anna.id, set: { mail: 'anna@example.com' } }]);
    const alike = { tenantId, kind: 'preparation-soon', cycleId: 'c', channel: 'best', recipientId: anna.id, alike: 'same' } as const;
    const all = (await talks(2)).map((talkId) => ({ ...alike, talkId, key: `${talkId}:soon:${anna.id}` }));
    await addReminders(platform.db, all, platform.clock.now());
  };
  const outcomes = async () => (await rows().find().toArray()).map(({ outcome, missed }) => missed ?? outcome);
  const many = (): unknown => graph.bodies['feed of many']?.['chainId'];

  it('is told to each alone when it is refused, on whatever way reaches them', async () => {
    await dueForMany();
    Object.assign(graph.answers, { 'feed of many': 403, feed: 403, chat: 403 });
    expect(await deliverAll()).toEqual(['feed', 'feed']);
    expect(graph.asked.filter((name) => name === 'send')).toHaveLength(2);
    expect(await outcomes()).toEqual(['mail', 'mail']);
  });

  it('and was perhaps told already, replaces what may be in the feed, and is told no other way', async () => {
    await dueForMany();
    graph.answers['feed of many'] = 'lost';
    await deliverAll();
    const chain = many();
    graph.answers['feed of many'] = 403;
    itIs('2026-11-27T10:05');
    await deliverAll();
    expect(many()).toBe(chain);
    expect(graph.asked).toEqual(['feed of many', 'feed', 'feed']);
    expect(graph.bodies.feed).toMatchObject({ activityType: 'preparationSoon', chainId: chain });
    expect(await outcomes()).toEqual(['feed', 'feed']);
  });

  it('and can be told in no feed any more, is shown to HR, and is a mail only when HR says so', async () => {
    await dueForMany();
    graph.answers['feed of many'] = 'lost';
    await deliverAll();
    Object.assign(graph.answers, { 'feed of many': 403, feed: 403, chat: 403 });
    itIs('2026-11-27T10:05');
    expect(await deliverAll()).toEqual(['feed', 'feed']);
    expect(await outcomes()).toEqual(['uncertain', 'uncertain']);
    expect(graph.asked).not.toContain('draft');
    const hr = { tenantId, personId: bo.id } as Person;
    await sendMissed(platform, hr, 'c', 'refused');
    expect(await outcomes()).toEqual(['uncertain', 'uncertain']);
    await sendMissed(platform, hr, 'c', 'uncertain');
    await deliverAll();
    expect(await outcomes()).toEqual(['mail', 'mail']);
  });
});

it('What Microsoft asked to wait with has not arrived: refused afterwards, it goes another way', async () => {
  itIs('2026-12-02T10:00');
  await savePeople(platform.db, tenantId, [{ personId: anna.id, set: { mail: 'anna@example.com' } }]);
  await due('signature-due', await talks(1, held));
  graph.answers.feed = [429, 1];
  await deliverAll();
  Object.assign(graph.answers, { feed: 403, chat: 403 });
  itIs('2026-12-02T10:05');
  await deliverAll();
  expect(await rows().countDocuments({ outcome: 'mail' })).toBe(1);
});

it('What may have arrived alone stays alone over night as well', async () => {
  itIs('2026-12-04T16:59');
  await due('signature-due', await talks(1, held));
  graph.answers.feed = 'lost';
  expect(await deliverAll()).toEqual(['feed']);
  const { chainId } = graph.bodies.feed ?? {};
  graph.answers.feed = 204;
  itIs('2026-12-04T20:00');
  expect(await deliverAll()).toEqual([]);
  await due('signature-due', await talks(2, held), 'later');
  itIs('2026-12-07T07:30');
  expect(await deliverAll()).toEqual(['feed', 'feed']);
  expect(await rows().countDocuments({ outcome: 'feed' })).toBe(3);
  expect(graph.bodies.feed).toMatchObject({ activityType: 'signatureDue', chainId });
});
