/** Small organisations full of corners, as instances for the planner. */
import fc from 'fast-check';
import type { Instance } from '#api/cycle/planner/contract.ts';

type Work = Instance['people'][number]['work'];
const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
/** Clocks go forward and back within it, in some of the zones; one is half an hour off, another by half an hour. */
const starts = ['2027-03-26T00:00:00Z', '2027-10-29T06:00:00Z', '2027-04-02T23:15:00Z'];
const zones = ['Europe/Stockholm', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Kiritimati'];
const works: fc.Arbitrary<Work> = fc.oneof(
  fc.constant<Work>({ days: [1, 2, 3, 4, 5], from: 480, to: 1020 }),
  fc.constant<Work>({ days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 1440 }),
  fc.record({ days: fc.uniqueArray(whole(0, 6)), from: whole(0, 700), to: whole(701, 1440) }),
);
const busyOf = (slots: number): fc.Arbitrary<number[]> =>
  fc
    .array(whole(-10, slots + 10), { maxLength: 12 })
    .map((list) => [...list].sort((a, b) => a - b).slice(0, list.length - (list.length % 2)));

/** Few people in many roles: what one has in the way, another has too. */
export const smallOrganisations: fc.Arbitrary<Instance> = whole(1, 480).chain((slots) =>
  fc
    .record({
      start: fc.constantFrom(...starts),
      people: fc.array(
        fc.record({
          tz: fc.constantFrom(...zones),
          work: works,
          maxPerDay: whole(0, 3),
          profile: whole(0, 1),
          busy: busyOf(slots),
          holidays: fc.constantFrom(null, 'X'),
        }),
        { minLength: 2, maxLength: 6 },
      ),
      talks: fc.array(
        fc.record({
          roles: fc.array(whole(0, 5), { minLength: 2, maxLength: 3 }),
          dur: whole(1, 6),
          notBefore: whole(-5, 100),
          notAfter: whole(0, 600),
          pool: fc.constantFrom(null, null, 'a'),
          at: whole(0, slots - 1),
          booked: fc.constantFrom('no', 'no', 'yes'),
        }),
        { maxLength: 9 },
      ),
      rooms: fc.array(busyOf(slots), { minLength: 1, maxLength: 2 }),
      rules: fc.record({
        bufferTalk: whole(0, 3),
        bufferBusy: whole(0, 2),
        dayLoad: fc.constantFrom<number[]>([0], [0, 0, 3, 8]),
        weekSlack: whole(0, 1),
        weekOver: whole(0, 3),
        unplaced: fc.constant(1000),
        move: whole(0, 50),
      }),
    })
    .map(({ start, people, talks, rooms, rules }) => ({
      ...{ format: 'samtal-plan/1' as const, slotMinutes: 15, start, slots, rules, holidays: { X: ['2027-03-29', '2027-11-01'] } },
      profiles: [
        { dayCost: [0, 1, 2, 3, 4, 5, 6], bands: [[0, 600, 3] as [number, number, number]] },
        { dayCost: [0, 0, 0, 0, 0, 9, 0], bands: [] },
      ],
      people: people.map((person, index) => ({ ...person, id: `p${index}` })),
      pools: [{ id: 'a', rooms: rooms.map((busy, index) => ({ id: `r${index}`, busy })) }],
      talks: talks.map(({ roles, booked, at, ...talk }, index) => {
        const [manager = 'p0', employee = 'p0', ...extra] = roles.map((role) => `p${role % people.length}`);
        return {
          ...talk,
          id: `t${index}`,
          manager,
          employee,
          extra,
          booked: booked === 'no' ? null : { start: at, room: null, locked: false },
        };
      }),
    })),
);
