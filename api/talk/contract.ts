/** One talk between an employee and their manager: its facts, its status and what can be done with it. Contents live in other rooms. */
import { z } from 'zod';
import { goalLineSchema } from '#api/development/terms/contract.ts';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { formattedPieceSchema } from '#api/note/formatted/contract.ts';
import { personRefSchema } from '#api/people/contract.ts';
import { templateSchema } from '#api/template/contract.ts';
import { releaseRuleSchema } from '#api/privacy/contract.ts';
import { handOverFields } from './parting/contract.ts';
import { erasedFields } from './retention/contract.ts';

export const talkRefusals = {
  'talk-has-no-time': 409,
  'talk-has-a-time': 409,
  'time-taken': 409,
  'talk-being-booked': 409,
  'nothing-to-object-to': 409,
  'nothing-to-confirm': 409,
  'talk-not-started': 409,
  'talk-already-started': 409,
  'talk-not-held': 409,
  'talk-already-held': 409,
  'already-signed': 409,
  'content-changed': 412,
  'nothing-to-decide': 409,
  'no-room-free': 409,
} as const;

export const sideSchema = z.enum(['employee', 'manager']);
/** The two parties of a talk; also says whose preparation or signature is meant. */
export type Side = z.infer<typeof sideSchema>;

/** Derived from the facts: planned, released (a preparation), live, held, signed; closed when it ended without both signatures (parting/). */
export const talkStatusSchema = z.enum(['planned', 'released', 'live', 'held', 'signed', 'closed']);
export type TalkStatus = z.infer<typeof talkStatusSchema>;

/** What the reader should do now; `wait` when it is the other's turn. */
export const nextStepSchema = z.enum([
  'decide',
  'find-time',
  'move',
  'prepare',
  'release',
  'join',
  'passed',
  'hold',
  'sign',
  'wait',
  'follow-up',
]);
export type NextStep = z.infer<typeof nextStepSchema>;

/**
 * What the calendar says that Samtal cannot decide: the event is gone, was moved where the talk cannot follow (into the past, over a whole day),
 * nobody is invited to it any more, the employee has declined, it was moved out of the weeks of the cycle, or there is no room for it: the one it had has
 * declined, or none was free.
 */
export const attentionKindSchema = z.enum(['deleted', 'moved-away', 'not-invited', 'declined', 'outside-window', 'no-room']);
export type AttentionKind = z.infer<typeof attentionKindSchema>;
/** Answers to it: book again at the talk's time, let the time go and find another, keep things as they are, another room that is free then, no room. */
export const attentionChoiceSchema = z.enum(['book-again', 'find-time', 'keep', 'other-room', 'without-room']);
export type AttentionChoice = z.infer<typeof attentionChoiceSchema>;
/** `choices` are the reader's: empty for the employee, who waits for the manager. */
export const attentionSchema = z.object({ kind: attentionKindSchema, since: z.string(), choices: z.array(attentionChoiceSchema) });

/** Booking of the talk's time in Outlook: none (no time), under way, booked. */
export const bookingStateSchema = z.enum(['none', 'under-way', 'booked']);

const spanSchema = z.object({ start: z.string(), end: z.string() });

/** Why HR, planning the cycle again, had it moved: other weeks, a new day off, calendars, or another talk that needed the time. Never who is in the way, and why. */
export const moveWhySchema = z.enum(['window', 'day-off', 'calendars', 'makes-room']);
export type MoveWhy = z.infer<typeof moveWhySchema>;

/** The last time the talk was moved, as long as it has not been started. */
export const moveSchema = z.object({
  /** False for both when HR planned the cycle again: then `why` says what for. */
  byMe: z.boolean(),
  why: moveWhySchema.nullable(),
  at: z.string(),
  /** Where the talk was before. */
  from: spanSchema,
  /** `under-way` until the calendars have it; `taken` when the new time was gone by then, and the talk stayed where it was. */
  outcome: z.enum(['under-way', 'done', 'taken']),
  /** When one of the two said that the new time does not suit them, and whether it was the reader. */
  objectedAt: z.string().nullable(),
  objectedByMe: z.boolean(),
});
export type Move = z.infer<typeof moveSchema>;

export const talkSchema = z.object({
  talkId: z.string(),
  version: z.number().int(),
  cycleId: z.string(),
  cycleName: z.string(),
  employee: personRefSchema,
  manager: personRefSchema,
  /** Which side the reader is. */
  me: sideSchema,
  status: talkStatusSchema,
  next: nextStepSchema,
  lengthMinutes: z.number().int(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  booking: bookingStateSchema,
  joinUrl: z.string().nullable(),
  /** Name of the room it is held in; left out where there is none. */
  room: z.string().optional(),
  move: moveSchema.nullable(),
  ...handOverFields,
  ...erasedFields,
  /** For the manager, when Samtal may not write into the calendar: what to put there by hand. */
  byHand: z.object({ subject: z.string(), content: z.string(), attendees: z.array(z.string()) }).nullable(),
  attention: attentionSchema.nullable(),
  /** When the preparation should be released: the prepare-by day (UTC instant). */
  prepareBy: z.string().nullable(),
  employeeReleasedAt: z.string().nullable(),
  managerReleasedAt: z.string().nullable(),
  /** How many questions have an answer, of how many, for the reader's own preparation. */
  answered: z.object({ done: z.number().int(), of: z.number().int() }),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  signatures: z.array(z.object({ side: sideSchema, at: z.string() })),
  /** Sides that have objected to the summary and not signed since, and sides whose proposed change the other has not answered. */
  objecting: z.array(sideSchema),
  proposing: z.array(sideSchema),
  openAgreements: z.number().int(),
  /** Local calendar day on which the two look at their agreements next, or null. */
  nextCheckIn: z.string().nullable(),
  releaseRule: releaseRuleSchema,
});
export type Talk = z.infer<typeof talkSchema>;

/** A talk with the template version frozen into it, its parts as long as the talk's own agenda says. */
export const talkWithTemplateSchema = talkSchema.extend({ template: templateSchema });
export type TalkWithTemplate = z.infer<typeof talkWithTemplateSchema>;

const one = z.strictObject({ talkId: z.string().max(100) });

/** Talks where the reader is the employee, newest first. */
export const listMyTalks = endpoint({
  method: 'GET',
  path: '/api/talks/mine',
  may: 'signed-in',
  about: { item: 'talk', act: 'read' },
  answer: z.object({ talks: z.array(talkSchema) }),
});
/** Talks where the reader is the manager, those that need the reader first. */
export const listTeamTalks = endpoint({
  method: 'GET',
  path: '/api/talks/team',
  may: 'signed-in',
  about: { item: 'talk', act: 'read' },
  answer: z.object({ talks: z.array(talkSchema) }),
});
/** The talk that belongs to a Teams meeting, by its chat; by its join address as long as Samtal has not asked Teams for the chat. */
export const findTalk = endpoint({
  method: 'GET',
  path: '/api/talks/find',
  may: 'talk-party',
  about: { item: 'talk', act: 'read' },
  query: z.strictObject({ chatId: z.string().max(200), joinUrl: z.string().max(2000).optional() }),
  answer: talkWithTemplateSchema,
});
export const readTalk = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId',
  may: 'talk-party',
  about: { item: 'talk', act: 'read' },
  params: one,
  answer: talkWithTemplateSchema,
});
const talkTimesSchema = z.object({
  /** `room`: the one it would be held in; left out where none is needed, or none can be read. */
  times: z.array(spanSchema.extend({ room: z.string().optional() })),
  /** A room is wanted, and at no time that suits both is one free: the times are offered all the same, and the manager is asked about the room. */
  noRoom: z.literal(true).optional(),
  /** Where the talk was before it was moved, while that time is still free. */
  back: spanSchema.nullable(),
  /** `working-hours`: not all of the calendars could be read, so a time may be taken all the same. */
  basis: z.enum(['calendars', 'working-hours']),
});
export type TalkTimes = z.infer<typeof talkTimesSchema>;

/**
 * The next times that suit both: five for whoever may give a talk that has none a time, three for either party of a booked one, whose own event is not in its way. Fewer when the cycle's
 * rules leave no more; with a room where one is wanted, if any is. `after`: that begin later; `beside` (booking/rules/beside.ts): that the reader can keep beside talks at those times.
 */
export const findTimes = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/times',
  may: 'talk-party',
  about: { item: 'talk', act: 'read' },
  params: one,
  query: z.strictObject({ after: z.iso.datetime().optional(), beside: z.string().max(6_400).optional() }),
  answer: talkTimesSchema,
});
/** Gives a talk without a time this one, and books it: its manager, or the employee who has started over; `time-taken` carries the next times (`TalkTimes`). */
export const bookTalk = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/book',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ start: z.iso.datetime() }),
  answer: talkSchema,
});
/** Either party moves a booked talk to one of those times; its event is moved, never made anew. `time-taken` carries the next times. */
export const moveTalk = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/move',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ start: z.iso.datetime() }),
  answer: talkSchema,
});
/** Whoever did not move the talk says that the new time does not suit them; who moved it is told. */
export const objectToTime = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/object',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  guarded: true,
  params: one,
  answer: talkSchema,
});
/** The manager decides what Samtal could not (`Talk.attention`); `nothing-to-decide` when it is no longer asked, or not with this choice. */
export const answerAttention = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/attention',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ kind: attentionKindSchema, choice: attentionChoiceSchema }),
  answer: talkSchema,
});
/** Either party starts the talk; from then on shared notes are open. */
export const startTalk = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/start',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  guarded: true,
  params: one,
  answer: talkSchema,
});
/** The manager finishes; both are asked to sign. */
export const finishTalk = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/finish',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  guarded: true,
  params: one,
  answer: talkSchema,
});

/** What is signed: shared notes, plain and formatted, agreements and goals, with the SHA-256 of their canonical form; the same also once notes are erased. */
export const summarySchema = z.object({
  notes: z.string(),
  formatted: z.array(formattedPieceSchema),
  agreements: z.array(
    z.object({
      /** Absent in what was signed in earlier releases, as the owner's id. */
      agreementId: z.string().optional(),
      text: z.string(),
      ownerId: z.string().optional(),
      ownerName: z.string(),
      due: z.string().nullable(),
      /** The goal it was linked to. */ goalId: z.string().optional(),
    }),
  ),
  /** As they stood when the talk was finished. */ goals: z.array(goalLineSchema),
  hash: z.string(),
});
export type Summary = z.infer<typeof summarySchema>;
export const readSummary = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/summary',
  may: 'talk-party',
  about: { item: 'shared-notes', act: 'read' },
  params: one,
  answer: summarySchema,
});
/** Signs the summary with this hash, with a comment or without; `content-changed` when the content is no longer what was read. */
export const signTalk = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/sign',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ hash: z.string().max(100), comment: z.string().trim().min(1).optional() }),
  answer: talkSchema,
});
