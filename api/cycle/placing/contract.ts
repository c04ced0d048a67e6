/** HR gives single talks of a plan another time, before the launch. Nothing is sent to anybody. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { cycleSchema } from '../contract.ts';

const one = z.strictObject({ cycleId: z.string().max(100), employeeId: z.string().max(100) });
const instant = z.iso.datetime();

/** A time for the talk; `aside`: another talk would have to move there. */
export const placeSchema = z.object({
  start: z.string(),
  end: z.string(),
  aside: z.object({ employee: personRefSchema, start: z.string(), end: z.string() }).nullable(),
});
export type Place = z.infer<typeof placeSchema>;

/**
 * The next times for one talk of the plan, by its rules, while everything else stays. A talk without a time for which there is none so is offered those
 * for which one other talk would move.
 */
export const findPlaces = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId/placings/:employeeId',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  params: one,
  query: z.strictObject({
    /** The first day to look at, in HR's own zone: all its times are offered then, and not only some of each day. */
    from: z.iso.date().optional(),
    /** Begin of the last time that is known already. */
    after: instant.optional(),
  }),
  answer: z.object({
    places: z.array(placeSchema),
    /** When the calendars were read. */
    readAt: z.string(),
  }),
});
/** Puts the talk there, and holds it there: it stays when HR plans again, as long as it fits. `time-taken` when it does not suit any more. */
export const changePlace = endpoint({
  method: 'PUT',
  path: '/api/cycles/:cycleId/placings/:employeeId',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({
    start: instant,
    /** The other talk that makes way, as it was offered. */
    aside: z.strictObject({ employeeId: z.string().max(100), start: instant }).optional(),
  }),
  answer: cycleSchema,
});
/** Takes the choice back: the talk goes where Samtal had put it, or to the best time there is if that is taken by now. */
export const dropPlace = endpoint({
  method: 'DELETE',
  path: '/api/cycles/:cycleId/placings/:employeeId',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: one,
  answer: cycleSchema,
});
