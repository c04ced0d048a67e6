/** What an employee who gets a new manager chooses about a talk that has begun: to finish it with the manager of before, or to start over. */
import { z } from 'zod';
import { personRefSchema } from '#api/people/contract.ts';
import { passableSchema } from '../passing/contract.ts';

export const partingRefusals = { 'choice-over': 409 } as const;

export const partingChoiceSchema = z.enum(['finish', 'start-over']);
export type PartingChoice = z.infer<typeof partingChoiceSchema>;

/** As one of the two sees it, in the talk that has begun. */
const partingSchema = z.object({
  newManager: personRefSchema,
  /** Until then it may be finished with the manager it was begun with. */
  until: z.string(),
  /** What the employee has chosen; null: nothing yet. */
  choice: partingChoiceSchema.nullable(),
  /** What the reader may choose now: nothing, for the manager. */
  choices: z.array(partingChoiceSchema),
  /** The time to finish is over, or the employee has started over: nothing is written into it any more. */
  isOver: z.boolean(),
  /** The talk that has taken its place; null while there is none. */
  anewId: z.string().nullable(),
});

/** What a change of manager adds to a talk, each only where it is so. */
export const handOverFields = {
  /** It was handed over to the manager it has now, and has not begun since: by whom, and when. */
  handedOver: z.object({ from: personRefSchema, at: z.string() }).optional(),
  /** It has begun, and the employee has another manager by now. */
  parting: partingSchema.optional(),
  /** It takes the place of one that the employee had begun with this manager, and has not begun itself. */
  startedOver: z.object({ from: personRefSchema }).optional(),
  /** For its employee, read alone: both have signed it, and somebody else has taken it over; what the employee lets them read (passing/). */
  takenOver: z.object({ manager: personRefSchema, passed: z.array(passableSchema) }).optional(),
};
