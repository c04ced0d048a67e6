/**
 * The planner's file format (`samtal-plan/1` in, `samtal-result/1` out): everything a plan depends on, in numbers, so that anybody can check any
 * plan. All times are slot indices on a UTC grid that begins at `start`; intervals are half open.
 */
import * as z from 'zod';

const whole = z.number().int();
const count = whole.min(0);
const id = z.string().min(1);

/** Flat list `[a,b,a,b,...]` in rising order. Looked at number by number by hand: a big company has millions of them. */
const busySchema = z.custom<number[]>().superRefine((value: unknown, context) => {
  const wrong = (at: number | null, message: string): void => context.addIssue({ code: 'custom', message, path: at === null ? [] : [at] });
  if (!Array.isArray(value)) return wrong(null, 'expected a list of slots');
  if (value.length % 2 === 1) return wrong(value.length - 1, 'expected an end for every beginning');
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < value.length; at += 1) {
    const one: unknown = value[at];
    if (typeof one !== 'number' || !Number.isInteger(one)) return wrong(at, 'expected a whole number');
    if (one < last) return wrong(at, 'expected slots in rising order');
    last = one;
  }
});

const minuteOfDay = whole.min(0).max(1440);
const workSchema = z.object({ days: z.array(whole.min(0).max(6)), from: minuteOfDay, to: minuteOfDay });
const personSchema = z.object({
  id,
  /** IANA name. */
  tz: z.string(),
  /** Key of `holidays`. */
  holidays: z.string().nullish(),
  /** Days as 0 (Sunday) to 6, minutes of the local day. */
  work: workSchema,
  /** Most talks on one local day, in any role. */
  maxPerDay: count,
  /** Index into `profiles`. */
  profile: count,
  busy: busySchema,
});

const talkSchema = z.object({
  id,
  manager: id,
  employee: id,
  /** Others who must be there, for example an HR partner. */
  extra: z.array(id).default([]),
  /** Length in slots. */
  dur: whole.min(1),
  /** Earliest start: the time for preparation. */
  notBefore: whole,
  /** Latest end. */
  notAfter: whole,
  /** Id of the pool one of whose rooms the talk needs. */
  pool: z.string().nullable().default(null),
  /** Where the talk is now, when an earlier plan is changed. A locked talk stays there. */
  booked: z
    .object({ start: whole.nullable(), room: z.string().nullable().default(null), locked: z.boolean().default(false) })
    .nullable()
    .default(null),
});

export const instanceSchema = z.object({
  format: z.literal('samtal-plan/1'),
  name: z.string().optional(),
  slotMinutes: whole.min(1).max(1440),
  /** UTC instant of slot 0. */
  start: z.iso.datetime({ offset: true }),
  slots: whole.min(0).max(1_000_000),
  people: z.array(personSchema),
  /** Preferences: cost by local weekday of the start (0 Sunday), and of each band `[from, to, cost]` that holds its local minute. */
  profiles: z.array(z.object({ dayCost: z.array(whole).length(7), bands: z.array(z.tuple([whole, whole, whole])) })),
  /** Local dates nobody of that key works. */
  holidays: z.record(z.string(), z.array(z.iso.date())),
  pools: z.array(z.object({ id, rooms: z.array(z.object({ id, busy: busySchema })) })),
  talks: z.array(talkSchema),
  rules: z.object({
    /** Slots between two talks of one person. */
    bufferTalk: count,
    /** Slots kept free around what is in the manager's calendar. */
    bufferBusy: count,
    /** Cost of a manager's day with n talks; the last entry holds for more. */
    dayLoad: z.array(whole).min(1),
    weekSlack: count,
    weekOver: count,
    unplaced: count,
    move: count,
  }),
});
export type Instance = z.infer<typeof instanceSchema>;

/** Why a talk has no time. Counted facts go with some of them, for the sentence people read. */
export type Why = {
  code:
    | 'same-person'
    | 'window-too-short'
    | 'manager-away'
    | 'employee-away'
    | 'extra-away'
    | 'no-common-hours'
    | 'no-common-time'
    | 'no-room'
    | 'too-many-talks'
    | 'times-taken';
  /** Who has too many, or is away. */
  person?: string;
  /** Talks of that person in the plan, and starts that would suit this talk if nobody had another. */
  talks?: number;
  starts?: number;
  /** Of a manager who has too many: talks held, and how many of this length there is time for, whoever comes. */
  held?: number;
  times?: number;
};

/** The smallest change that lets this talk be placed while all others stay where they are. */
export type Relaxation =
  | { kind: 'longer-window'; notBefore: number; notAfter: number }
  | { kind: 'shorter-talk'; dur: number }
  | { kind: 'more-per-day'; person: string; maxPerDay: number }
  | { kind: 'without-room' }
  | { kind: 'without-extra' }
  | { kind: 'other-person'; manager: string };

/** A change of a rule for everybody that would do as much; the plan file names changes of the talk itself only. */
export type RuleChange = { kind: 'without-buffer' } | { kind: 'more-per-day-for-all'; more: number };

export type PlannedTalk = { id: string; start: number | null; room: string | null; why?: Why; relax?: Relaxation };
export type PlanResult = { format: 'samtal-result/1'; talks: PlannedTalk[] };
