/** Planning a launched cycle again: what HR says has changed, the difference that makes for every talk, and how far carrying it out has come. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { cycleSettingsSchema, unplacedTalkSchema } from '../contract.ts';
import { noticeSchema } from '../outcome/contract.ts';
import { planRulesSchema } from '../settings/contract.ts';

const day = z.iso.date();
const personId = z.string().min(1).max(100);

/** Somebody who is away, both days included. Nobody is asked why. */
export const awaySchema = z.strictObject({ personId, from: day, to: day });
export type Away = z.infer<typeof awaySchema>;

/** What holds from now on. The rest of the settings stays as it was launched. */
export const replanWishSchema = cycleSettingsSchema
  .pick({ windowFrom: true, windowTo: true, bufferMinutes: true, maxPerDay: true })
  .extend({
    rules: planRulesSchema,
    away: z.array(awaySchema).max(50),
    /** Talks that their people have moved themselves stay, where that still suits. */
    keepMoved: z.boolean(),
    /** Employees whose talk stays where it is, whatever speaks against it. */
    stay: z.array(personId).max(2000),
    /** Employees with a new manager whose talk stays with the one it was planned with; every other talk that may be is handed over. */
    keepManager: z.array(personId).max(2000).optional(),
  });
export type ReplanWish = z.infer<typeof replanWishSchema>;

const spanSchema = z.object({ start: z.string(), end: z.string() });

/**
 * Why a talk cannot stay where it is, as HR sees it. `calendars` names nobody: it may be what somebody has said in confidence about when talks suit.
 * `makes-room`: it could stay, and another talk finds a time only if it moves.
 */
export const replanWhySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('away'), person: personRefSchema, from: day, to: day }),
  z.object({ kind: z.literal('window') }),
  z.object({ kind: z.literal('day-off'), day, name: z.string() }),
  z.object({ kind: z.literal('calendars') }),
  z.object({ kind: z.literal('makes-room') }),
]);
export type ReplanWhy = z.infer<typeof replanWhySchema>;

const parties = { employee: personRefSchema, manager: personRefSchema };
/** Employees whose talk has to leave first: this one goes where it is. HR who leaves one of those out leaves this one out as well (rules/leave-out.ts). */
const after = z.array(z.string());
/** The one it was planned with has left the company, and cannot hold it. */
const managerHasLeft = z.boolean();

/** The difference, before anything is sent. Talks it does not name stay as they are. HR may leave single ones of its changes out. */
export const proposalSchema = z.object({
  replanId: z.string(),
  /** Version of the cycle it was made for. */
  version: z.number().int(),
  /** Talks that have not begun. */
  talks: z.number().int(),
  moves: z.array(z.object({ ...parties, from: spanSchema, to: spanSchema, why: replanWhySchema, after })),
  /** Talks without a time that get one. */
  given: z.array(z.object({ ...parties, to: spanSchema, after })),
  /** The employee has left: the talk is cancelled. */
  withdrawn: z.array(z.object({ ...parties, from: spanSchema.nullable() })),
  /** Talks for which there is no time; they stay as they are, `from` says where. */
  unplaced: z.array(unplacedTalkSchema.extend({ from: spanSchema.nullable(), why: replanWhySchema.nullable() })),
  /** The employee has another manager now, who takes the talk over: at its time if that suits, at another, or without one (`to` null). */
  handOvers: z.array(
    z.object({ ...parties, newManager: personRefSchema, from: spanSchema.nullable(), to: spanSchema.nullable(), after, managerHasLeft }),
  ),
  /** The employee has another manager now, and the talk stays with the old one: HR wants it so, it is too near, or the new one cannot hold it. */
  otherManager: z.array(z.object({ ...parties, newManager: personRefSchema, managerHasLeft })),
  /**
   * Begun with a manager whom the employee no longer has, and not signed by both: the employee chooses whether to finish it with that manager or to
   * start over with the new one. `isHeld`: only signatures are missing. `until`: they have been asked, and may finish it until then; null: accepting
   * this asks them. `isOver`: that time has passed, and they may start over.
   */
  begun: z.array(
    z.object({
      ...{ ...parties, newManager: personRefSchema, managerHasLeft },
      ...{ isHeld: z.boolean(), until: z.string().nullable(), isOver: z.boolean() },
    }),
  ),
  /** They stay: too near, although something speaks against their time; or because HR wants it so (`why` null: nothing speaks against it). */
  stays: z.array(z.object({ ...parties, at: spanSchema, because: z.enum(['soon', 'chosen']), why: replanWhySchema.nullable() })),
  /** What is odd about people and cycles, and stops nothing. */
  notices: z.array(noticeSchema),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** The last re-plan that HR has accepted. */
export const replanStatusSchema = z.object({
  replanId: z.string(),
  at: z.string(),
  by: personRefSchema,
  /** Talks it changes, and how many of them are where they should be, in the calendars too. */
  steps: z.number().int(),
  done: z.number().int(),
  isUnderWay: z.boolean(),
  /**
   * Talks that were not touched: their people, or somebody else, had been faster; the time was gone; HR had left it out, or another one that would have
   * had to leave first.
   */
  leftAlone: z.array(z.object({ ...parties, because: z.enum(['changed', 'taken', 'left-out', 'in-the-way']) })),
});
export type ReplanStatus = z.infer<typeof replanStatusSchema>;

const one = z.strictObject({ cycleId: z.string().max(100) });

/** Reads calendars and says what would change. Sends nothing to anybody; takes seconds. `not-launching` for a cycle that is still being booked. */
export const proposeReplan = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/replan',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  body: replanWishSchema,
  answer: proposalSchema,
});
/**
 * One guarded write; the clock then carries it out talk by talk. `leaveOut`: employees whose talk stays as it is. The same press once more changes
 * nothing; another choice after it is `stale`.
 */
export const acceptReplan = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/replan/:replanId/accept',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one.extend({ replanId: z.string().max(100) }),
  body: z.strictObject({ leaveOut: z.array(personId).max(10_000) }),
  answer: replanStatusSchema,
});
/** Null while the cycle was never planned again. */
export const readReplan = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId/replan',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  params: one,
  answer: z.object({ replan: replanStatusSchema.nullable() }),
});
