/**
 * A crowd whose talks are booked, and re-plans of it, in virtual time: of each manager's five talks one goes where another has to leave first, one goes to
 * a new manager, one is withdrawn, and one has begun and its employee is asked; HR may leave some of it out. Says what each re-plan should have led to.
 * Kills nothing (kill-again.ts).
 */
import { randomUUID } from 'node:crypto';
import { addReplan, takeReplan, type StepRecord } from '#api/cycle/replan/store.ts';
import { addCycle, findCycle } from '#api/cycle/store.ts';
import { changeTalk, type TalkRecord } from '#api/talk/store.ts';
import { crowdOf, type CrowdTalk } from '#test/given/crowd.ts';
import { usualSettings } from '#test/given/launched-cycle.ts';
import { countUnbooked, givenVirtualSamtal, givePeople, giveTalks, talksOf, type VirtualSamtal } from '#test/given/virtual-samtal.ts';

const now = new Date('2027-02-01T07:30:00Z');
const firstMonday = new Date('2027-02-15T00:00:00Z');
const hourMs = 3_600_000;
const roles = ['first', 'second', 'handed', 'leaving', 'begun'] as const;
export type Role = (typeof roles)[number];
type Talks = Record<Role, TalkRecord>;

/** The talks of one manager. `handed` and `begun` go to the manager of the next ones; `left` are those that HR leaves out. */
export type Five = Record<Role, CrowdTalk> & { newManagerId: string; left: readonly Role[] };

/** Left out by HR, or waiting for one that is: the first goes where the second is. */
const isLeft = ({ left }: Five, role: Role): boolean => left.includes(role) || (role === 'first' && left.includes('second'));

export type AgainWorld = {
  samtal: VirtualSamtal;
  /** Another five each time. @param left what HR leaves out when it is accepted */
  nextFive(left: readonly Role[]): Five;
  /** HR accepts: the first goes where the second is, which goes four hours later; the others go as their names say. What is left out stays. */
  accept(five: Five): Promise<void>;
  /** Nothing is left to do for it, and everybody has been told. */
  isDone(five: Five): Promise<boolean>;
  /** What is not as it should be, in plain words. @param from the event that the manager has got from the five before, if it was handed over */
  wrongIn(five: Five, from: string | null): Promise<{ wrong: string[]; handedEventId: string | null }>;
  stop(): Promise<void>;
};

/** @param fives so many re-plans can be made */
export async function givenAgainWorld(fives: number): Promise<AgainWorld> {
  const crowd = crowdOf(Array<number>(fives + 1).fill(roles.length), firstMonday);
  const tenantId = crowd.company.tenant.id;
  const samtal = await givenVirtualSamtal({ crowd, now, chance: () => 0 });
  const watcher = await samtal.begin();
  const { world, time } = samtal.m365;
  await givePeople(watcher, crowd);
  const heard = (personId: string, type?: string): number =>
    world.activities.by('recipient', personId).filter(({ activityType }) => !type || activityType === type).length;
  await bookAll();
  const booked = await talksOf(watcher, crowd);
  const eventIds = new Map(booked.map(({ employeeId, booking }) => [employeeId, booking?.eventId ?? '']));
  const cycleId = booked[0]?.cycleId ?? '';
  const by = { createdBy: 'hr', launchedBy: 'hr', createdAt: now, launchedAt: now, talksCreatedAt: now };
  await addCycle(watcher.platform.db, {
    _id: cycleId,
    tenantId,
    ...by,
    settings: usualSettings(now),
    plan: null,
    launchDue: null,
    version: 1,
  });
  let taken = 0;
  return {
    samtal,
    nextFive(left) {
      const talks = crowd.talks.slice(roles.length * taken, roles.length * (taken + 1));
      const next = crowd.talks[roles.length * (taken + 1)];
      const [first, second, handed, leaving, begun] = talks;
      if (!first || !second || !handed || !leaving || !begun || !next) throw new Error('The crowd is too small');
      taken += 1;
      return { first, second, handed, leaving, begun, newManagerId: next.managerId, left };
    },
    async accept(five) {
      const { db } = watcher.platform;
      const talks = await talksIn(five);
      const cycle = await findCycle(db, tenantId, cycleId);
      if (!cycle) throw new Error('The cycle is gone');
      if (!(await changeTalk(db, tenantId, talks.begun._id, talks.begun.version, { startedAt: time.now() }))) throw new Error('Not begun');
      const made = {
        _id: randomUUID(),
        tenantId,
        cycleId,
        version: cycle.version,
        proposedAt: time.now(),
        proposedBy: 'hr',
        begunAt: null,
      };
      const leftOut = five.left.map((role) => talks[role]._id);
      const replan = { ...made, settings: cycle.settings, steps: stepsOf(five, talks) };
      await addReplan(db, replan);
      if (!(await takeReplan(db, replan, { by: 'hr', leftOut }, time.now()))) throw new Error('The cycle has changed');
    },
    async isDone(five) {
      const { first, second, handed, leaving, begun } = await talksIn(five);
      const cycle = await findCycle(watcher.platform.db, tenantId, cycleId);
      if (cycle?.replanDue != null || !toldIn(five).every(({ times, wanted }) => times >= wanted)) return false;
      if ([first, second, handed, leaving, begun].some(({ noticeDue, unwantedDue }) => noticeDue ?? unwantedDue)) return false;
      const moves = { first, second };
      const areThere = (['first', 'second'] as const).every(
        (role) => isLeft(five, role) || (!moves[role].moveDue && moves[role].moved?.outcome === 'done'),
      );
      return areThere && handed.booking?.bookedAt != null;
    },
    async wrongIn(five, from) {
      const talks = await talksIn(five);
      const handedEventId = isLeft(five, 'handed') ? null : (talks.handed.booking?.eventId ?? null);
      return { wrong: wrongsIn(five, talks, from), handedEventId };
    },
    stop: () => samtal.stop(),
  };

  async function bookAll(): Promise<void> {
    const booking = await samtal.begin();
    await time.run(async () => {
      booking.work(['share-limits', 'book-talks', 'collect-notices', 'deliver-reminders']);
      await giveTalks(booking, crowd);
      const isHeard = (): boolean => crowd.talks.every(({ employeeId }) => heard(employeeId) > 0);
      while ((await countUnbooked(watcher)) > 0 || !isHeard()) await time.wait(1000);
      // Thirty mails a minute: what of them is left would be steps of the lives that follow.
      const reminders = watcher.platform.db.connection.collection('reminders');
      while ((await reminders.countDocuments({ due: { $ne: null } })) > 0) await time.wait(10_000);
      await booking.stop();
    });
  }

  async function talksIn(five: Five): Promise<Talks> {
    const talks = await watcher.platform.db.connection
      .collection<TalkRecord>('talks')
      .find({ tenantId, employeeId: { $in: roles.map((role) => five[role].employeeId) } })
      .toArray();
    const found = roles.map((role) => [role, talks.find(({ employeeId }) => employeeId === five[role].employeeId)] as const);
    if (found.some(([, talk]) => !talk)) throw new Error('A talk is gone');
    return Object.fromEntries(found) as Talks;
  }

  /** How often each of them has heard of what concerns them, and should have: of what is left out nobody hears. */
  function toldIn(five: Five) {
    const { first, second, handed, begun } = five;
    const goes = (role: Role): number => (isLeft(five, role) ? 0 : 1);
    const told = (personId: string, type: string, wanted: number) => ({ personId, type, wanted, times: heard(personId, type) });
    return [
      told(first.employeeId, 'talkReplanned', goes('first')),
      told(second.employeeId, 'talkReplanned', goes('second')),
      told(first.managerId, 'talkReplanned', goes('first') + goes('second')),
      told(handed.employeeId, 'talkHandedOver', goes('handed')),
      told(handed.managerId, 'talkHandedOver', goes('handed')),
      told(begun.employeeId, 'choiceWaiting', goes('begun')),
    ];
  }

  function wrongsIn(five: Five, talks: Talks, from: string | null): string[] {
    const { first, second, handed, leaving, begun } = talks;
    const goes = (role: Role): boolean => !isLeft(five, role);
    const eventOf = (role: Role): string => eventIds.get(five[role].employeeId) ?? '';
    const ids = roles.filter((role) => !(['handed', 'leaving'].includes(role) && goes(role))).map(eventOf);
    const facts: [string, unknown, unknown][] = [
      ['time of the first', first.start, (goes('first') ? five.second : five.first).start],
      ['time of the second', second.start, goes('second') ? later(five.second, 4).start : five.second.start],
      ['events of the manager', eventsOf(five.first.managerId), [...ids, from].filter((id) => id !== null).sort()],
      ['events with the one who leaves', eventsOf(five.leaving.employeeId).length, goes('leaving') ? 0 : 1],
      ['withdrawn', leaving.withdrawnAt != null, goes('leaving')],
      [
        'manager and time of the one handed over',
        [handed.managerId, handed.start],
        [goes('handed') ? five.newManagerId : five.handed.managerId, five.handed.start],
      ],
      ['hand-overs', handed.handOvers?.length ?? 0, goes('handed') ? 1 : 0],
      ['a new event for it', handed.booking?.eventId !== eventOf('handed'), goes('handed')],
      ['its events', eventsOf(five.handed.employeeId).length, 1],
      [
        'who holds the one that has begun',
        [begun.managerId, begun.parting?.to ?? null, begun.parting?.choice ?? null],
        [five.begun.managerId, goes('begun') ? five.newManagerId : null, null],
      ],
      ...toldIn(five).map(({ personId, type, wanted, times }): [string, unknown, unknown] => [
        `${type} told to ${personId}`,
        times,
        wanted,
      ]),
    ];
    return facts.flatMap(([what, seen, wanted]) => {
      const [is, should] = [JSON.stringify(seen), JSON.stringify(wanted)];
      return is === should ? [] : [`${what}: ${is}, not ${should}`];
    });
  }

  function eventsOf(personId: string): string[] {
    return world.events
      .by('user', personId)
      .filter(({ isCancelled }) => !isCancelled)
      .map(({ id }) => id)
      .sort();
  }
}

const later = ({ start, end }: Pick<CrowdTalk, 'start' | 'end'>, hours: number) => ({
  start: new Date(start.getTime() + hours * hourMs),
  end: new Date(end.getTime() + hours * hourMs),
});

function stepsOf(five: Five, talks: Talks): StepRecord[] {
  const at = (role: Role) => ({ talkId: talks[role]._id, from: later(five[role], 0) });
  const handOver = { from: five.handed.managerId, to: five.newManagerId };
  return [
    { ...at('first'), to: later(five.second, 0), why: 'window', after: [talks.second._id] },
    { ...at('second'), to: later(five.second, 4), why: 'makes-room' },
    { ...at('handed'), to: later(five.handed, 0), why: null, handOver },
    { ...at('begun'), to: null, why: null, handOver, parts: true },
    { ...at('leaving'), to: null, why: null },
  ];
}
