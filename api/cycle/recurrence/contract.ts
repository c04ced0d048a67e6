/** Recurring cycles: how often a cycle comes again, what the next round will be, and what HR decides about it before it starts by itself. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { noticeSchema } from '../outcome/contract.ts';

export const everySchema = z.enum(['year', 'half-year', 'quarter']);
export type Every = z.infer<typeof everySchema>;

/** Why a round did not start by itself on its day, until HR decides. `too-few`: less than the bound of its talks has a time. */
export const waitReasons = ['template-gone', 'nobody', 'too-few', 'window-passed', 'rules-wrong'] as const;
export type WaitReason = (typeof waitReasons)[number];

/**
 * `goes-on`: launched, or about to be by HR; others follow. `starts`: starts by itself on its day. `starting`: it is doing so. `waiting`: HR must decide.
 * `skipped`: this time it does not start, the next one does. `ended`: nothing starts by itself any more.
 */
export const recurrenceStateSchema = z.enum(['goes-on', 'starts', 'starting', 'waiting', 'skipped', 'ended']);
export type RecurrenceState = z.infer<typeof recurrenceStateSchema>;

const day = z.iso.date();

export const recurrenceSchema = z.object({
  every: everySchema,
  /** 1 for the cycle that HR planned. */
  number: z.number().int(),
  state: recurrenceStateSchema,
  /** The day on which this round starts by itself; null for one that HR planned. */
  startsOn: day.nullable(),
  /** Who has skipped, stopped or started it, and when. */
  decided: z.object({ at: z.string(), by: personRefSchema }).nullable(),
  /** `fit` of `talks` have a time; both 0 where no plan was made. */
  waiting: z.object({ why: z.enum(waitReasons), fit: z.number().int(), talks: z.number().int() }).nullable(),
  /** The round after this one, while it is not a draft of its own yet. */
  next: z.object({ startsOn: day, windowFrom: day, windowTo: day }).nullable(),
  /** The cycle that is the round after this one, once it is a draft. */
  nextId: z.string().nullable(),
});
export type Recurrence = z.infer<typeof recurrenceSchema>;

const one = z.strictObject({ cycleId: z.string().max(100) });
const roundSchema = z.object({ cycleId: z.string(), version: z.number().int(), recurrence: recurrenceSchema.nullable() });
export type Round = z.infer<typeof roundSchema>;

/** How often the cycle comes again, before its launch or after; `once`: not at all. The plan stays as it is. */
export const chooseRecurrence = endpoint({
  method: 'PUT',
  path: '/api/cycles/:cycleId/recurrence',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ every: z.enum([...everySchema.options, 'once']) }),
  answer: roundSchema,
});
/** This round does not start; the one after it does. */
export const skipCycle = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/skip',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: roundSchema,
});
/** Neither this round nor another one starts by itself. What is launched goes on. */
export const stopRepeating = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/stop-repeating',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: roundSchema,
});
/** Takes back a skip, a stop or an early start, as long as the round has not started; `stale` when its day has come meanwhile. */
export const keepRepeating = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/keep-repeating',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: roundSchema,
});
/** Starts the round now, however many of its talks fit: the clock plans and launches it within seconds. */
export const startCycle = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/start',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: roundSchema,
});

const peopleSchema = z.object({ /** The first of them. */ people: z.array(personRefSchema), inAll: z.number().int() });

/** Who would be in the round if it started today. How many talks fit is another question: `estimateCycle`. */
export const previewSchema = z.object({
  talks: z.number().int(),
  departments: z.array(z.object({ department: z.string(), talks: z.number().int() })),
  /** In the chosen departments, but with nobody to talk with. */
  withoutManager: z.number().int(),
  /** Compared with the round before. */
  newcomers: peopleSchema,
  gone: peopleSchema,
  notices: z.array(noticeSchema),
  /** The round before had days off of a calendar file, and all of them have passed. */
  daysOffPassed: z.boolean(),
});
export type Preview = z.infer<typeof previewSchema>;

export const readPreview = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId/preview',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  params: one,
  answer: previewSchema,
});
