/**
 * Goals of an employee: what, why, by when, how it goes. The employee's own; a manager proposes, both follow. Whose goal it is decides, no talk: it
 * lives on through talks, cycles and managers.
 */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { goalLineSchema, goalStateSchema } from '#api/development/terms/contract.ts';

/** Longest goal, longest reason for it, and longest note on how it goes, in UTF-16 code units. */
export const goalLimit = 1_000;
export const whyLimit = 2_000;
export const goalNoteLimit = 500;
/** Most goals of one person, proposed ones included, and most steps of one goal. */
export const goalsKept = 200;
export const goalSteps = 200;

/**
 * Who reads a goal besides the employee. `manager`: whom it was shared with, as long as they manage the employee. `team` and `organisation` say that
 * it is a goal of theirs too: the manager's manager reads it as well, and so does the next manager. Colleagues read none.
 */
export const visibilitySchema = z.enum(['manager', 'team', 'organisation']);
export type Visibility = z.infer<typeof visibilitySchema>;
/** Those that are a mark: what is the two's alone has none. */
export const markSchema = visibilitySchema.exclude(['manager']);

export const goalStepSchema = z.object({
  state: goalStateSchema,
  note: z.string().nullable(),
  /** What the goal said before, when this step changed its words or its day. */
  before: z.object({ what: z.string(), due: z.string().nullable() }).nullable(),
  byMe: z.boolean(),
  name: z.string(),
  at: z.string(),
});
export type GoalStep = z.infer<typeof goalStepSchema>;

const otherSchema = z.object({ id: z.string(), name: z.string() });

export const goalSchema = goalLineSchema.extend({
  version: z.number().int(),
  visibility: visibilitySchema,
  /** A manager's proposal that the employee has not answered, or has declined; null for a goal. */
  proposal: z.enum(['waiting', 'declined']).nullable(),
  authorName: z.string(),
  madeAt: z.string(),
  /** With whom it was shared; null for nobody. Not always who manages the employee now. */
  sharedWith: otherSchema.nullable(),
  /** Newest first; empty for whoever reads the goal and not what the two noted on it. */
  steps: z.array(goalStepSchema),
  /** What the reader may do with it now: change or remove it, say how it goes, answer the proposal. */
  may: z.object({ write: z.boolean(), follow: z.boolean(), answer: z.boolean() }),
});
export type Goal = z.infer<typeof goalSchema>;

const goalsSchema = z.object({
  employee: personRefSchema,
  goals: z.array(goalSchema),
  /** Who manages the employee now, and who manages them: whom the marks would reach. */
  manager: otherSchema.nullable(),
  managersManager: otherSchema.nullable(),
});
export type Goals = z.infer<typeof goalsSchema>;

const termsSchema = z.strictObject({
  what: z.string().trim().min(1),
  why: z.string().trim().min(1).nullable(),
  due: z.iso.date().nullable(),
});
export type GoalTerms = z.infer<typeof termsSchema>;
/**
 * `managerId`: whom the form said it is shared with, null when it named no manager; when that is not so by now the answer is `stale`, and nobody else is
 * told a word. Empty: with nobody, whoever manages.
 */
const inputSchema = termsSchema.extend({ visibility: visibilitySchema, managerId: z.string().max(100).nullable() });
export type GoalInput = z.infer<typeof inputSchema>;

const one = z.strictObject({ goalId: z.uuid() });
const whose = z.strictObject({ employeeId: z.string().max(100) });

/** The reader's own goals as an employee, with what was proposed to them. Open ones first, by their day. */
export const listMyGoals = endpoint({
  method: 'GET',
  path: '/api/goals',
  may: 'signed-in',
  about: { item: 'goal', act: 'read' },
  answer: goalsSchema,
});
/** What a manager, or a manager's manager, may read of an employee's goals. */
export const listGoalsOf = endpoint({
  method: 'GET',
  path: '/api/goals/of/:employeeId',
  may: 'signed-in',
  about: { item: 'goal', act: 'read' },
  params: whose,
  answer: goalsSchema,
});
/** Open goals of the people one manages; and those of their people that are marked as the team's or the organisation's. Only who has any. */
export const listTeamGoals = endpoint({
  method: 'GET',
  path: '/api/goals/team',
  may: 'signed-in',
  about: { item: 'goal', act: 'read' },
  answer: z.object({ mine: z.array(goalsSchema), further: z.array(goalsSchema) }),
});
/** What the two of a talk have before them: the employee's goals that go on, or have come to an end since the last talk. */
export const listGoalsOfTalk = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/goals',
  may: 'talk-party',
  about: { item: 'goal', act: 'read' },
  params: z.strictObject({ talkId: z.string().max(100) }),
  answer: goalsSchema,
});
/** A goal of one's own. `goalId` is chosen by the caller, so that a repeated call adds nothing twice. */
export const addGoal = endpoint({
  method: 'POST',
  path: '/api/goals',
  may: 'signed-in',
  about: { item: 'goal', act: 'write' },
  body: inputSchema.extend({ goalId: z.uuid() }),
  answer: goalSchema,
});
/** A manager proposes a goal to somebody they manage, who accepts it, changes it, or declines. */
export const proposeGoal = endpoint({
  method: 'POST',
  path: '/api/goals/proposed',
  may: 'signed-in',
  about: { item: 'goal-proposal', act: 'write' },
  body: termsSchema.extend({ goalId: z.uuid(), employeeId: z.string().max(100) }),
  answer: goalSchema,
});
/** The employee changes a goal: its words, its day, who reads it. */
export const updateGoal = endpoint({
  method: 'PUT',
  path: '/api/goals/:goalId',
  may: 'signed-in',
  about: { item: 'goal', act: 'write' },
  guarded: true,
  params: one,
  body: inputSchema,
  answer: goalSchema,
});
/** The employee takes a proposal on, as it is or changed, or declines it (null). What was declined can still be taken on. */
export const answerGoal = endpoint({
  method: 'POST',
  path: '/api/goals/:goalId/answer',
  may: 'signed-in',
  about: { item: 'goal-proposal', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ accept: inputSchema.nullable() }),
  answer: goalSchema,
});
/** Either of the two says how it goes, with a note or without. */
export const changeGoal = endpoint({
  method: 'PUT',
  path: '/api/goals/:goalId/progress',
  may: 'signed-in',
  about: { item: 'goal-progress', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ state: goalStateSchema, note: z.string().trim().min(1).nullable() }),
  answer: goalSchema,
});
/** The employee removes a goal, the manager their proposal. */
export const dropGoal = endpoint({
  method: 'DELETE',
  path: '/api/goals/:goalId',
  may: 'signed-in',
  about: { item: 'goal', act: 'write' },
  guarded: true,
  params: one,
  answer: z.object({ goalId: z.string() }),
});
/**
 * For HR: how many goals the people have whose newest signed talk is of this cycle, counted five by five as they sign. Numbers, and empty while fewer
 * than five of them have any.
 */
export const countGoals = endpoint({
  method: 'GET',
  path: '/api/cycles/:cycleId/goals',
  may: 'hr',
  about: { item: 'goal', act: 'read' },
  params: z.strictObject({ cycleId: z.string().max(100) }),
  answer: z.object({
    states: z.array(z.object({ state: goalStateSchema, goals: z.number().int() })),
    /** How many of them are marked as the team's or the organisation's; empty when that would tell of fewer than five people. */
    marked: z.array(z.object({ visibility: markSchema, goals: z.number().int() })),
  }),
});
