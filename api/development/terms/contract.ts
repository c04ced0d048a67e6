/** What a goal says, small enough to come with whatever shows a goal in passing: an agreement, a summary, a line of the past. */
import { z } from 'zod';

/** How it goes with a goal, in the words of the two. The first is open; the others have come to an end, and can be opened again. */
export const goalStateSchema = z.enum(['going-on', 'reached', 'changed', 'dropped']);
export type GoalState = z.infer<typeof goalStateSchema>;

/** A goal as it stood at a moment: in the summary of a talk, frozen with its hash. */
export const goalLineSchema = z.object({
  goalId: z.string(),
  what: z.string(),
  /** Why it matters; null when nothing was written. */
  why: z.string().nullable(),
  /** Local calendar day, or null. */
  due: z.string().nullable(),
  state: goalStateSchema,
});
export type GoalLine = z.infer<typeof goalLineSchema>;

/** The goal that something else is linked to, in its words now. */
export const goalNameSchema = z.object({ goalId: z.string(), what: z.string() });
export type GoalName = z.infer<typeof goalNameSchema>;
