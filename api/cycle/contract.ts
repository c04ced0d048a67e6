/** A talk cycle: one round of talks that HR plans, launches and follows. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { releaseRuleSchema } from '#api/privacy/contract.ts';
import { noticeSchema, relaxSchema, unplacedReasonSchema } from './outcome/contract.ts';
import { recurrenceSchema } from './recurrence/contract.ts';
import { departmentsSchema, planRulesSchema } from './settings/contract.ts';

export const cycleRefusals = {
  'window-in-past': 400,
  'window-too-short': 400,
  'window-too-near': 400,
  'nobody-chosen': 400,
  'template-unknown': 400,
  'partner-unknown': 400,
  'directory-not-ready': 503,
  'already-launched': 409,
  'not-planned': 409,
  'plan-outdated': 409,
  'not-launching': 409,
} as const;

const day = z.iso.date();

/** What HR chooses. Dates are local calendar days; the window includes both. */
export const cycleSettingsSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  templateId: z.string().max(100),
  /** Department names; empty means everyone. */
  departments: departmentsSchema,
  windowFrom: day,
  windowTo: day,
  /** Lead time: days between launch and the earliest talk, for preparation. */
  prepareDays: z.number().int().min(0).max(60),
  lengthMinutes: z.number().int().min(15).max(240).multipleOf(15),
  /** Free time kept before and after each talk. */
  bufferMinutes: z.number().int().min(0).max(120).multipleOf(15),
  /** Most talks one person has on one day. */
  maxPerDay: z.number().int().min(1).max(12),
  releaseRule: releaseRuleSchema,
  /** Left out by whoever wants the usual rules: see `rulesOf` in rules/settings.ts. */
  rules: planRulesSchema.optional(),
});
export type CycleSettings = z.infer<typeof cycleSettingsSchema>;

export const placedTalkSchema = z.object({
  employee: personRefSchema,
  manager: personRefSchema,
  start: z.string(),
  end: z.string(),
  /** Name of the room it is to be held in; left out where there is none. */
  room: z.string().optional(),
  /** Who of HR chose this time; null for one that Samtal found. */
  chosenBy: personRefSchema.nullable(),
});
export const unplacedTalkSchema = z.object({
  employee: personRefSchema,
  manager: personRefSchema.nullable(),
  reason: unplacedReasonSchema,
  /** How many talks the manager has in this cycle, and how many times there are for them; null where it says nothing. */
  counts: z.object({ talks: z.number().int(), times: z.number().int() }).nullable(),
  /** The cheapest change with which the talk has a time; null when there is none among them. */
  relax: relaxSchema.nullable(),
  /** Changes of other kinds that work as well. */
  others: z.array(relaxSchema),
});
export const planSchema = z.object({
  plannedAt: z.string(),
  placed: z.array(placedTalkSchema),
  unplaced: z.array(unplacedTalkSchema),
  /** Proven: no plan within the same rules gives a time to more talks. Null when it is not known. */
  most: z.number().int().nullable(),
  /**
   * Proven: of all plans within the same rules that give a time to as many talks, whichever they are, none suits people better by more than so many percent.
   * Counted are the points of what HR asks for: days and hours that are wished or avoided, managers' days and weeks with many talks. Null when it is not
   * known, or so much that it says nothing.
   */
  betterPercent: z.number().int().min(0).nullable(),
  /** What is odd about people and cycles, and stops nothing. */
  notices: z.array(noticeSchema),
  /** Chosen rooms that could not be read, and are in no talk; left out when there is none. */
  unreadRooms: z.array(z.string()).optional(),
});
export type Plan = z.infer<typeof planSchema>;

/** Draft until planned; launching while talks are being created and booked; launched when every talk that has a time is booked. */
export const cycleStateSchema = z.enum(['draft', 'planned', 'launching', 'launched']);
export type CycleState = z.infer<typeof cycleStateSchema>;

/**
 * Progress counted in talks. `waiting` says why `waitingTalks` of them do not move: Microsoft 365 does not answer, and Samtal goes on by itself; or it
 * refuses, for want of a permission or a mailbox, and Samtal asks again within hours once that is mended.
 */
export const progressSchema = z.object({
  talks: z.number().int(),
  toBook: z.number().int(),
  booked: z.number().int(),
  notified: z.number().int(),
  waiting: z.enum(['microsoft-unavailable', 'microsoft-refused']).nullable(),
  waitingTalks: z.number().int(),
  /** When everything will be booked, as it goes now; null while that cannot be said. */
  readyAt: z.string().nullable(),
});

/** How many talks of a department are where; never who, never what. */
export const departmentCountsSchema = z.object({
  department: z.string(),
  talks: z.number().int(),
  withoutTime: z.number().int(),
  planned: z.number().int(),
  released: z.number().int(),
  live: z.number().int(),
  held: z.number().int(),
  signed: z.number().int(),
});

export const cycleSchema = z.object({
  cycleId: z.string(),
  version: z.number().int(),
  state: cycleStateSchema,
  settings: cycleSettingsSchema,
  plan: planSchema.nullable(),
  progress: progressSchema.nullable(),
  departments: z.array(departmentCountsSchema),
  launchedAt: z.string().nullable(),
  /** HR has paused the booking; null while it goes on. */
  paused: z.object({ at: z.string(), by: personRefSchema }).nullable(),
  /** HR has stopped the booking for good. */
  stopped: z.object({ at: z.string(), by: personRefSchema }).nullable(),
  /** Null for a cycle that comes once. */
  recurrence: recurrenceSchema.nullable(),
});
export type Cycle = z.infer<typeof cycleSchema>;

const one = z.strictObject({ cycleId: z.string().max(100) });
const summary = cycleSchema.omit({ plan: true, departments: true }).extend({ placed: z.number().int(), unplaced: z.number().int() });
export type CycleSummary = z.infer<typeof summary>;

export const listCycles = endpoint({
  method: 'GET',
  path: '/api/cycles',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  answer: z.object({ cycles: z.array(summary) }),
});
/** `cycleId` is chosen by the caller (UUID), so that a repeated call creates nothing twice; one that says something else is `stale`. */
export const createCycle = endpoint({
  method: 'POST',
  path: '/api/cycles',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  body: cycleSettingsSchema.extend({ cycleId: z.uuid() }),
  answer: cycleSchema,
});
export const readCycle = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  params: one,
  answer: cycleSchema,
});
/** Changes a cycle that is not launched; an earlier plan is dropped. */
export const updateCycle = endpoint({
  method: 'PUT',
  path: '/api/cycles/:cycleId',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  body: cycleSettingsSchema,
  answer: cycleSchema,
});
/** Reads everyone's free/busy and plans; nothing is sent to anybody. Takes seconds. */
export const planCycle = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/plan',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: cycleSchema,
});
/** Something that gives a manager who has too many talks more possible times. */
export const helpSchema = z.object({
  change: relaxSchema,
  /** Possible times with the change. */
  times: z.number().int(),
});
export const managerEstimateSchema = z.object({
  manager: personRefSchema,
  talks: z.number().int(),
  fit: z.number().int(),
  times: z.number().int(),
  helps: z.array(helpSchema),
  /** Those without a time now: they can be left for a second round. */
  waiting: z.array(personRefSchema),
});
export const estimateSchema = z.object({
  talks: z.number().int(),
  fit: z.number().int(),
  /** No plan by these rules has more. */
  atMost: z.number().int(),
  /** Managers with too much, most missing first, and how many of them there are in all. */
  managers: z.array(managerEstimateSchema),
  managersInAll: z.number().int(),
  /** Ids of employees whose talk lacks nothing but a room; left out when there is none. */
  roomless: z.array(z.string()).optional(),
  /** When the calendars were read. */
  readAt: z.string(),
});
export type Estimate = z.infer<typeof estimateSchema>;

/**
 * How many talks would fit with these settings, before anything is stored or sent. The id is the draft's, also of one that is not stored yet: calendars
 * that were read for it are kept for some minutes.
 */
export const estimateCycle = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/estimate',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  params: one,
  body: cycleSettingsSchema,
  answer: estimateSchema,
});
/** One guarded write; talks are then created and booked by the clock. `plan-outdated`: some would come too soon by now (outdated/contract.ts). */
export const launchCycle = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/launch',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: cycleSchema,
});
/** Pauses the booking of a launching cycle: what is under way is seen through, nothing new is begun. */
export const pauseCycle = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/pause',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: cycleSchema,
});
/** Lets a paused booking go on. */
export const resumeCycle = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/resume',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: cycleSchema,
});
/** Stops the booking for good: whoever was invited stays so, every other talk waits without a time. */
export const stopCycle = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/stop',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: cycleSchema,
});
