/**
 * A crowd whose talks are booked, and re-plans of it, in virtual time: of each manager's five talks one goes where another has to leave first, one goes to
 * a new manager, one is withdrawn, and one has begun and its employee is asked. Says what each re-plan should have led to. Kills nothing (kill-again.ts).
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
type Role = (typeof roles)[number];
type Talks = Record<Role, TalkRecord>;

/** The talks of one manager. `handed` and `begun` go to the manager of the next ones. */
export type Five = Record<Role, CrowdTalk> & { newManagerId: string };

export type AgainWorld = {
  samtal: VirtualSamtal;
  /** Another five each time. */
  nextFive(): Five;
  /** HR accepts: the first goes where the second is, which goes four hours later; the others go as their names say. */
  accept(five: Five): Promise<void>;
  /** Nothing is left to do for it, and everybody has been told. */
  isDone(five: Five): Promise<boolean>;
  /** What is not as it should be, in plain words. @param from the event that the manager has got from the five before */
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
    nextFive() {
      const talks = crowd.talks.slice(roles.length * taken, roles.length * (taken + 1));
      const next = crowd.talks[roles.length * (taken + 1)];
      const [first, second, handed, leaving, begun] = talks;
      if (!first || !second || !handed || !leaving || !begun || !next) throw new Error('The crowd is too small');
      taken += 1;
      return { first, second, handed, leaving, begun, newManagerId: next.managerId };
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
      const replan = { ...made, settings: cycle.settings, steps: stepsOf(five, talks) };
      await addReplan(db, replan);
      if (!(await takeReplan(db, replan, { by: 'hr', leftOut: [] }, time.now()))) throw new Error('The cycle has changed');
    },
    async isDone(five) {
      const { first, second, handed, leaving, begun } = await talksIn(five);
      const cycle = await findCycle(watcher.platform.db, tenantId, cycleId);
      if (cycle?.replanDue != null || !toldIn(five).every(({ times, wanted }) => times >= wanted)) return false;
      if ([first, second, handed, leaving, begun].some(({ noticeDue, unwantedDue }) => noticeDue ?? unwantedDue)) return false;
      return [first, second].every(({ moveDue, moved }) => !moveDue && moved?.outcome === 'done') && handed.booking?.bookedAt != null;
    },
    async wrongIn(five, from) {
      const talks = await talksIn(five);
      const handedEventId = talks.handed.booking?.eventId ?? null;
      return { wrong: wrongsIn(five, talks, from), handedEventId };
    },
    stop: () => samtal.stop(),
  };

  async function bookAll(): Promise<void> {
    const booking = await samtal.begin();
    await time.run(async () => {
      booking.work(['book-talks', 'collect-notices', 'deliver-reminders']);
      await giveTalks(booking, crowd);
      const isHeard = (): boolean => crowd.talks.every(({ employeeId }) => heard(employeeId) > 0);
      while ((await countUnbooked(watcher)) > 0 || !isHeard()) await time.wait(1000);
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

  /** How often each of them has heard of what concerns them, and should have. */
  function toldIn({ first, second, handed, begun }: Five) {
    const once = (personId: string, type: string, wanted = 1) => ({ personId, type, wanted, times: heard(personId, type) });
    const moved = [once(first.employeeId, 'talkReplanned'), once(second.employeeId, 'talkReplanned')];
    const told = [
      once(handed.employeeId, 'talkHandedOver'),
      once(handed.managerId, 'talkHandedOver'),
      once(begun.employeeId, 'choiceWaiting'),
    ];
    return [...moved, once(first.managerId, 'talkReplanned', 2), ...told];
  }

  function wrongsIn(five: Five, talks: Talks, from: string | null): string[] {
    const { first, second, handed, leaving, begun } = talks;
    const ids = [five.first, five.second, five.begun].map(({ employeeId }) => eventIds.get(employeeId));
    const facts: [string, unknown, unknown][] = [
      ['time of the first', first.start, five.second.start],
      ['time of the second', second.start, later(five.second, 4).start],
      ['events of the manager', eventsOf(five.first.managerId), [...ids, from].filter((id) => id !== null).sort()],
      ['events with the one who leaves', eventsOf(five.leaving.employeeId), []],
      ['withdrawn', leaving.withdrawnAt != null, true],
      ['manager and time of the one handed over', [handed.managerId, handed.start], [five.newManagerId, five.handed.start]],
      ['hand-overs', handed.handOvers?.length, 1],
      ['a new event for it', handed.booking?.eventId !== eventIds.get(five.handed.employeeId), true],
      ['its events', eventsOf(five.handed.employeeId).length, 1],
      [
        'who holds the one that has begun',
        [begun.managerId, begun.parting?.to, begun.parting?.choice],
        [five.begun.managerId, five.newManagerId, null],
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
    { ...at('first'), to: later(five.second, 0), why: 'window' },
    { ...at('second'), to: later(five.second, 4), why: 'makes-room' },
    { ...at('handed'), to: later(five.handed, 0), why: null, handOver },
    { ...at('begun'), to: null, why: null, handOver, parts: true },
    { ...at('leaving'), to: null, why: null },
  ];
}
