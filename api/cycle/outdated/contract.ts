/** A plan that has waited for its launch: which of its talks cannot stay where they are by now, and finding new times for those alone. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { cycleSchema } from '../contract.ts';

/**
 * `soon`: launched now, it would come sooner than the days for preparation allow. `taken`: its time does not suit the calendars any more. `changed`: its
 * people are others than when it was planned, or it is in the plan no more, or not yet.
 */
const outdatedReasons = ['soon', 'taken', 'changed'] as const;
export type OutdatedReason = (typeof outdatedReasons)[number];

export const outdatedSchema = z.object({
  /** Talks of the plan, with a time and without one, and how many have a time that stays. */
  talks: z.number().int(),
  stay: z.number().int(),
  counts: z.object({ soon: z.number().int(), taken: z.number().int(), changed: z.number().int() }),
  /** The first of them, by time; `start` null: it has none in the plan. */
  first: z.array(
    z.object({
      employee: personRefSchema,
      manager: personRefSchema.nullable(),
      start: z.string().nullable(),
      because: z.enum(outdatedReasons),
    }),
  ),
  /** When the calendars were read. */
  readAt: z.string(),
});
export type Outdated = z.infer<typeof outdatedSchema>;

const one = z.strictObject({ cycleId: z.string().max(100) });

/** What of the plan cannot stay, were it launched now. Refused as planning would be when no day of the window is left. */
export const lookAtPlan = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId/plan/outdated',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  params: one,
  answer: outdatedSchema,
});
/** Reads calendars and finds new times for what cannot stay and for what has none. Every other talk keeps its time. Sends nothing to anybody. */
export const refreshPlan = endpoint({
  method: 'POST',
  path: '/api/cycles/:cycleId/plan/refresh',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: cycleSchema,
});
