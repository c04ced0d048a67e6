/**
 * A made-up organisation with its calendars, as an instance for the planner: managers of very different spans who are each other's employees, part
 * time, five zones, public holidays, rooms and HR partners. The same numbers give the same organisation.
 */
import type { Instance } from '#api/cycle/planner/contract.ts';
import { randomFrom, type Random } from '#api/cycle/rules/planner/random.ts';

export type Shape = {
  talks: number;
  seed: number;
  /** Days of the window, and how full calendars are, from 0 to 1. */
  days?: number;
  full?: number;
  /** Of a hundred talks: long, with a room, with an HR partner. */
  long?: number;
  withRoom?: number;
  withPartner?: number;
};

const slotsADay = 96;
const zones: [string, string, number][] = [
  ['Europe/Stockholm', 'SE', 4],
  ['Europe/Helsinki', 'FI', 2],
  ['Europe/London', 'GB', 2],
  ['America/New_York', 'US', 1],
  ['Asia/Kolkata', 'IN', 1],
];
const holidays = {
  SE: ['2027-03-26', '2027-03-29'],
  FI: ['2027-03-26', '2027-03-29'],
  GB: ['2027-03-26', '2027-03-29'],
  US: [],
  IN: ['2027-03-22'],
};
const offsets: Record<string, number> = { SE: 1, FI: 2, GB: 0, US: -4, IN: 5.5 };

const profiles: Instance['profiles'] = [
  {
    dayCost: [0, 4, 0, 0, 0, 6, 0],
    bands: [
      [0, 540, 3],
      [690, 780, 5],
      [930, 1440, 2],
    ],
  },
  {
    dayCost: [0, 2, 0, 0, 0, 8, 0],
    bands: [
      [690, 780, 4],
      [900, 1440, 2],
    ],
  },
  {
    dayCost: [0, 0, 0, 0, 0, 3, 0],
    bands: [
      [690, 780, 3],
      [990, 1440, 3],
    ],
  },
  { dayCost: [0, 2, 0, 0, 0, 2, 0], bands: [[0, 720, 3]] },
  {
    dayCost: [0, 0, 0, 2, 0, 4, 0],
    bands: [
      [0, 540, 2],
      [960, 1440, 2],
    ],
  },
];

export function organisation(shape: Shape): Instance {
  const { talks: count, seed, days = 28, full = 0.75, long = 20, withRoom = 22, withPartner = 6 } = shape;
  const random = randomFrom(seed);
  const slots = days * slotsADay;
  const people: Instance['people'] = [];
  const talks: Instance['talks'] = [];
  const partners = Math.max(1, Math.ceil(count / 160));
  const person = (zone: number): number => people.push(personIn(random, zone, people.length, slots, full)) - 1;
  // A site for every few hundred talks, with two to four rooms.
  const sites = Math.max(1, Math.ceil(count / 1_800));
  const pools = zones.map(([, country]) =>
    Array.from({ length: sites }, (_, site) => poolOf(random, `room-${country}-${site}`, 2 + random.below(3), slots)),
  );
  for (let index = 0; index < partners; index += 1) person(drawZone(random));
  const first = person(0);
  const waiting = [first];
  while (talks.length < count) {
    const manager = waiting.shift() ?? first;
    const span = Math.min(count - talks.length, random.below(12) === 0 ? 20 + random.below(21) : 3 + random.below(11));
    const zone = zones.findIndex(([tz]) => tz === people[manager]?.tz);
    for (let index = 0; index < span; index += 1) {
      const employee = person(random.below(100) < 85 ? zone : drawZone(random));
      if (index < 3) waiting.push(employee);
      const hasRoom = random.below(100) < withRoom && zone === zones.findIndex(([tz]) => tz === people[employee]?.tz);
      talks.push({
        id: `t${talks.length}`,
        manager: `p${manager}`,
        employee: `p${employee}`,
        extra: random.below(100) < withPartner ? [`p${random.below(partners)}`] : [],
        dur: random.below(100) < long ? 6 : random.below(8) === 0 ? 3 : 4,
        notBefore: slotsADay * (3 + random.below(9)),
        notAfter: slots,
        pool: hasRoom ? (pools[zone]?.[manager % sites]?.id ?? null) : null,
        booked: null,
      });
    }
  }
  return {
    ...{ format: 'samtal-plan/1', name: `made up, ${count} talks, seed ${seed}`, slotMinutes: 15, start: '2027-03-08T00:00:00Z', slots },
    ...{ people, profiles, holidays, pools: pools.flat(), talks },
    rules: { bufferTalk: 1, bufferBusy: 0, dayLoad: [0, 0, 3, 8, 16, 30], weekSlack: 1, weekOver: 2, unplaced: 1000, move: 40 },
  };
}

function drawZone(random: Random): number {
  let at = random.below(zones.reduce((sum, [, , share]) => sum + share, 0));
  return Math.max(
    0,
    zones.findIndex(([, , share]) => (at -= share) < 0),
  );
}

function personIn(random: Random, zone: number, index: number, slots: number, full: number): Instance['people'][number] {
  const [tz, country] = zones[zone] ?? ['Europe/Stockholm', 'SE', 1];
  const from = 60 * 8 + 30 * random.below(4);
  const to = from + 60 * 8 + 30 * random.below(3);
  const off = random.below(8) === 0 ? 1 + random.below(5) : 0;
  const work = { days: [1, 2, 3, 4, 5].filter((day) => day !== off), from, to };
  const busy = busyTimes(
    random,
    slots,
    (from - 60 * (offsets[country] ?? 0)) / 15,
    (to - from) / 15,
    full * (0.7 + random.below(60) / 100),
  );
  return { id: `p${index}`, tz, holidays: country, work, maxPerDay: 2 + random.below(3), profile: random.below(profiles.length), busy };
}

/** Appointments of half an hour to three hours, until so much of each working day is full; some days away altogether. */
function busyTimes(random: Random, slots: number, from: number, length: number, full: number): number[] {
  const busy: number[] = [];
  for (let day = 0; day * slotsADay < slots; day += 1) {
    const begin = Math.max(0, Math.round(day * slotsADay + from));
    const end = Math.min(slots, begin + length);
    if (random.below(20) === 0) busy.push(begin, end);
    else
      for (let at = begin + random.below(5); at < end;) {
        const stop = Math.min(end, at + 2 + random.below(11));
        if (random.below(100) < full * 100) busy.push(at, stop);
        at = stop + random.below(4);
      }
  }
  return busy;
}

function poolOf(random: Random, id: string, rooms: number, slots: number): Instance['pools'][number] {
  return {
    id,
    rooms: Array.from({ length: rooms }, (_, index) => ({ id: `${id}-${index}`, busy: busyTimes(random, slots, 28, 44, 0.6) })),
  };
}
