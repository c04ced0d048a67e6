/** What a plan says about talks that have no time, what would give them one, and what is odd about people. Texts: tabs/cycle/texts. */
import { z } from 'zod';
import { personRefSchema } from '#api/people/contract.ts';

/** Why a talk has no time. `times-taken`: several people’s other talks together; `time-free`: it has times, since others were moved. */
export const unplacedReasonSchema = z.enum([
  'no-manager',
  'own-manager',
  'manager-left',
  'manager-has-no-mailbox',
  'manager-has-no-calendar',
  'employee-has-no-mailbox',
  'employee-has-no-calendar',
  'partner-has-no-calendar',
  'manager-away',
  'employee-away',
  'partner-away',
  'no-common-hours',
  'no-common-time',
  'manager-full',
  'employee-full',
  'partner-full',
  'no-room',
  'times-taken',
  'time-free',
]);
export type UnplacedReason = z.infer<typeof unplacedReasonSchema>;

/** A change that gives a talk a time. All but the last two change a rule of the whole cycle. */
export const relaxSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('longer-window'), windowTo: z.iso.date() }),
  z.object({ kind: z.literal('shorter-talk'), lengthMinutes: z.number().int() }),
  z.object({ kind: z.literal('more-per-day'), maxPerDay: z.number().int() }),
  z.object({ kind: z.literal('without-buffer') }),
  z.object({ kind: z.literal('without-room') }),
  z.object({ kind: z.literal('without-extra') }),
  /** That talk in the second window, with its days as they are or as they would be. */
  z.object({ kind: z.literal('second-window'), from: z.iso.date(), to: z.iso.date() }),
  z.object({ kind: z.literal('other-person'), manager: personRefSchema }),
]);
export type Relax = z.infer<typeof relaxSchema>;

/**
 * What is odd and stops nothing. `holds-no-talk`: leads people, none of whom is in the cycle. `circular-line`: each is the manager of the one before.
 * `two-cycles`: has a talk in another cycle in the same weeks. `chosen-gone`: HR had chosen a time that no longer suits. `manager-removed`: the directory
 * names no manager any more, and the talk stays with the one it was planned with (only when a cycle is planned again).
 */
export const noticeKinds = ['chosen-gone', 'holds-no-talk', 'circular-line', 'two-cycles', 'manager-removed'] as const;
export const noticeSchema = z.object({
  kind: z.enum(noticeKinds),
  /** The first of them. */
  people: z.array(personRefSchema),
  inAll: z.number().int(),
  /** Name of the other cycle, for `two-cycles`. */
  cycleName: z.string().nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;
