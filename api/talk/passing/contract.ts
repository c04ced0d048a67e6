/**
 * What a new manager reads of the talks that somebody else held: by itself what both have signed, and of each talk what its employee passes on. Private
 * notes, drafts and what the former manager prepared cannot be passed on: they are not among the words.
 */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { formattedPieceSchema } from '#api/note/formatted/contract.ts';
import { questionSchema } from '#api/template/contract.ts';
import { erasedFields } from '../retention/contract.ts';

export const passingRefusals = { 'not-handed-over': 409, 'nothing-to-pass-on': 409 } as const;

/** Rows 2 and 5 of the policy table: the employee's preparation as it was shared, and the shared notes as they were signed. */
export const passableSchema = z.enum(['preparation', 'shared-notes']);
export type Passable = z.infer<typeof passableSchema>;

const itemSchema = z.object({
  /** There is something to pass on. */ there: z.boolean(),
  /** Since when the manager of now may read it; null: not. */ passedAt: z.string().nullable(),
});
export type PassableItem = z.infer<typeof itemSchema>;

const passingTalkSchema = z.object({
  talkId: z.string(),
  version: z.number().int(),
  cycleName: z.string(),
  day: z.string().nullable(),
  /** Who held it. */ manager: personRefSchema,
  items: z.record(passableSchema, itemSchema),
  ...erasedFields,
});
export type PassingTalk = z.infer<typeof passingTalkSchema>;

const passingSchema = z.object({
  /** Who has taken over; null while nobody has, and then there is nothing in the lists. */
  manager: personRefSchema.nullable(),
  /** What they read by itself. `open`: it has not come to its end. */
  agreements: z.array(
    z.object({ agreementId: z.string(), text: z.string(), ownerName: z.string(), due: z.string().nullable(), open: z.boolean() }),
  ),
  goals: z.array(z.object({ goalId: z.string(), what: z.string(), open: z.boolean() })),
  /** Talks with a manager of before, newest first. */
  talks: z.array(passingTalkSchema),
});
export type Passing = z.infer<typeof passingSchema>;

const one = z.strictObject({ talkId: z.string().max(100) });

/** For the employee: what their manager of now reads of before, and what they may add to it. */
export const listPassing = endpoint({
  method: 'GET',
  path: '/api/talks/passing',
  may: 'signed-in',
  about: { item: 'passing', act: 'read' },
  answer: passingSchema,
});
/**
 * The employee lets their manager of now read one thing of one earlier talk. `managerId`: whom the page named; when that is not who manages by now the
 * answer is `stale`, and nobody else is let in. The same press once more changes nothing.
 */
export const passOn = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/pass-on',
  may: 'talk-party',
  about: { item: 'passing', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ what: passableSchema, managerId: z.string().max(100) }),
  answer: passingSchema,
});
/** The employee takes it back: from then on nobody reads it through them. What has been read cannot be unread. */
export const takeBack = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/take-back',
  may: 'talk-party',
  about: { item: 'passing', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ what: passableSchema }),
  answer: passingSchema,
});
/** For the manager it was passed on to. What was not, or is not any more, is null; when that is all, there is nothing here. */
export const readPassed = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/passed',
  may: 'talk-party',
  about: { item: 'passing', act: 'read' },
  params: one,
  answer: z.object({
    employee: personRefSchema,
    /** Who held it. */ manager: personRefSchema,
    preparation: z.array(z.object({ question: questionSchema, text: z.string() })).nullable(),
    notes: z.array(formattedPieceSchema).nullable(),
    /** Then both are null. */ ...erasedFields,
  }),
});
