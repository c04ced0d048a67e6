/**
 * Everything that Samtal keeps and that is one's own, as one file: for programs (JSON) or for people (a page that opens anywhere). The shape of the
 * JSON is `exportSchema`; whatever changes what a member means raises `exportVersion`, and members are only ever added without that.
 */
import { z } from 'zod';
import { agreementStatusSchema } from '#api/agreement/contract.ts';
import { goalStateSchema } from '#api/development/terms/contract.ts';
import { visibilitySchema } from '#api/development/goal/contract.ts';
import { formattedPieceSchema } from '#api/note/formatted/contract.ts';
import { languageSchema } from '#api/people/contract.ts';
import { howSchema, needSchema, weeksSchema } from '#api/checkin/answer/contract.ts';
import { accessActs, accessChannels } from '../access-log/contract.ts';
import { requestStatusSchema } from '../access-request/contract.ts';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { choicesSchema } from '#api/reminder/choices/contract.ts';
import { kinds, cycleKinds } from '#api/reminder/contract.ts';
import { sideSchema, talkStatusSchema } from '#api/talk/contract.ts';
import { partingChoiceSchema } from '#api/talk/parting/contract.ts';
import { passableSchema } from '#api/talk/passing/contract.ts';
import { entryKindSchema } from '#api/talk/signing/contract.ts';
import { wishesSchema } from '#api/wish/contract.ts';

/** Most files that one person is made within an hour: both, three times. */
export const filesAnHour = 6;
export const exportRefusals = { 'exported-often': 429 } as const;

/** What the JSON says first, so that whoever reads it knows what it is. */
export const exportFormat = 'samtal-export';
export const exportVersion = 1;

const maybe = z.string().nullable();
/** Instants are ISO 8601 in UTC; days are local calendar days, `2027-06-30`. Names are as the directory has them now; of who is gone they are empty. */
const termsSchema = z.strictObject({ text: z.string(), owner: z.string(), due: maybe });

const answersSchema = z.strictObject({
  /** Null: it was never shared with the other, or no longer is. */
  releasedAt: maybe,
  answers: z.array(
    z.strictObject({
      /** In the person's language; null when the template no longer asks it. */ question: maybe,
      /** Of a question with options or a scale: what was marked, in words. */ chosen: z.array(z.string()),
      text: z.string(),
    }),
  ),
});

const factsSchema = z.strictObject({
  ...{ cycle: z.string(), employee: z.string(), manager: z.string() },
  status: talkStatusSchema,
  ...{ lengthMinutes: z.number(), start: maybe, end: maybe, room: maybe, prepareBy: maybe },
  ...{ startedAt: maybe, finishedAt: maybe, withdrawnAt: maybe },
  /** What the employee chose when they had got a new manager in the middle of it. */ choice: partingChoiceSchema.nullable(),
  /** What the employee let a new manager read, only in the employee's. `takenBackAt`: null when it was not; it ends as well once somebody else manages the employee. */
  passedOn: z.array(z.strictObject({ kind: passableSchema, ...{ reader: z.string(), at: z.string(), takenBackAt: maybe } })).optional(),
  signatures: z.array(z.strictObject({ side: sideSchema, at: z.string() })),
  nextCheckIn: maybe,
  /** Preparations, shared notes and agenda are gone since then; left out while they are kept. */ notesErasedAt: z.string().optional(),
  /** Only for a former manager who gave the talk away before it began. */ handedOverAt: z.string().optional(),
});

export const talkExportSchema = z.strictObject({
  talkId: z.string(),
  /** How one stands to the talk. A former manager has nothing of it but whose it is, the own private notes and the own accesses; a new manager what was agreed and the own accesses. */
  as: z.enum(['employee', 'manager', 'former-manager', 'new-manager']),
  facts: factsSchema.partial().optional(),
  agenda: z
    .strictObject({
      minutes: z.array(z.strictObject({ part: z.string(), minutes: z.number() })),
      points: z.array(z.strictObject({ text: z.string(), minutes: z.number() })),
    })
    .optional(),
  employeePreparation: answersSchema.optional(),
  managerPreparation: answersSchema.optional(),
  /** `formatted`: the same with headings, lists and links. `steps`: who wrote when. Once somebody has signed: as they were signed. */
  sharedNotes: z
    .strictObject({
      text: z.string(),
      formatted: z.array(formattedPieceSchema),
      steps: z.array(z.strictObject({ from: z.string(), to: z.string(), by: z.array(z.string()) })),
    })
    .optional(),
  /** As they are now; what was changed since they were signed is in the record. `steps`: the newest first. */
  agreements: z
    .array(
      termsSchema.extend({
        status: agreementStatusSchema.nullable(),
        changed: z.boolean(),
        steps: z.array(z.strictObject({ at: z.string(), by: z.string(), status: agreementStatusSchema, note: maybe })),
      }),
    )
    .optional(),
  /** The employee's goals as they stood when the talk was finished. */
  goals: z.array(z.strictObject({ what: z.string(), why: maybe, due: maybe, state: goalStateSchema })).optional(),
  /** Signatures with their comments, objections, and changes after signing. */
  record: z
    .array(
      z.strictObject({
        kind: entryKindSchema,
        ...{ by: z.string(), at: z.string(), text: maybe },
        change: z.strictObject({ before: termsSchema, after: termsSchema }).nullable(),
      }),
    )
    .optional(),
  /** What the two have said in check-ins after it, the newest first; `weeks`: until the next one, 0 for none. */
  checkIns: z
    .array(
      z.strictObject({
        day: z.string(),
        answers: z.array(
          z.strictObject({ by: z.string(), at: z.string(), how: howSchema, need: needSchema, weeks: weeksSchema, text: maybe }),
        ),
      }),
    )
    .optional(),
  /** One's own, never another's. */
  privateNotes: z.strictObject({ text: z.string(), savedAt: maybe }).optional(),
  /** Whether one has answered the two questions (what was answered is kept nowhere), and what the employee wants the manager to know. */
  heard: z.strictObject({ answered: z.boolean(), notHeardTold: z.boolean() }).optional(),
  /** Who was shown what of the talk, the oldest first: for the employee everybody, for a manager themself. */
  accesses: z
    .array(z.strictObject({ at: z.string(), by: z.string(), item: z.string(), act: z.enum(accessActs), channel: z.enum(accessChannels) }))
    .optional(),
});
export type TalkExport = z.infer<typeof talkExportSchema>;

const goalSchema = z.strictObject({
  ...{ employee: z.string(), what: z.string(), why: maybe, due: maybe },
  state: goalStateSchema,
  visibility: visibilitySchema,
  proposal: z.enum(['waiting', 'declined']).nullable(),
  ...{ madeBy: z.string(), madeAt: z.string(), sharedWith: maybe },
  steps: z.array(
    z.strictObject({
      ...{ at: z.string(), by: z.string(), state: goalStateSchema, note: maybe },
      /** What it said before. */ before: z.strictObject({ what: z.string(), due: maybe }).nullable(),
    }),
  ),
});

const topicSchema = z.strictObject({
  ...{ employee: z.string(), by: z.string(), text: z.string(), madeAt: z.string() },
  ...{ sharedAt: maybe, takenUpAt: maybe },
});

export const exportSchema = z.strictObject({
  format: z.literal(exportFormat),
  version: z.literal(exportVersion),
  madeAt: z.string(),
  /** Of questions, options and names of parts; members and their marks are the same in every language. */
  language: languageSchema,
  /** What Samtal copies from the directory. */
  person: z.strictObject({
    ...{ personId: z.string(), name: z.string(), mail: maybe, jobTitle: z.string(), department: z.string(), office: z.string() },
    ...{ manager: maybe, timeZone: z.string(), isHr: z.boolean() },
  }),
  wishes: wishesSchema,
  reminderChoices: choicesSchema,
  talks: z.array(talkExportSchema),
  goals: z.array(goalSchema),
  topics: z.array(topicSchema),
  /** When the feed last took something for one, whether one chats with Samtal, and what the own mailbox last said of being away. */
  reach: z.strictObject({ feedAt: maybe, chat: z.boolean(), away: z.boolean(), awayUntil: maybe, lookedAt: maybe }),
  /** What one asked for and was not given, by hour; the newest first. */
  refusedAccesses: z.array(
    z.strictObject({
      item: z.string(),
      act: z.enum(accessActs),
      channel: z.enum(accessChannels),
      count: z.number(),
      firstAt: z.string(),
      lastAt: z.string(),
    }),
  ),
  /** Access requests that one is told of, the newest first: about oneself, or about talks that one holds or held; never why. */
  accessRequests: z.array(
    z.strictObject({
      ...{ concerns: z.enum(['me', 'my-notes']), employee: z.string(), askedBy: z.string(), askedAt: z.string() },
      ...{ stands: requestStatusSchema, answeredBy: maybe, answeredAt: maybe, until: maybe, openings: z.number() },
    }),
  ),
  /** What one was reminded of, on which way; the newest first. */
  reminders: z.array(z.strictObject({ kind: z.enum([...kinds, ...cycleKinds]), at: z.string(), way: z.string() })),
});
export type Exported = z.infer<typeof exportSchema>;

/** Both are posted, since making one counts; neither changes anything. Who asks gets their own, there is no way to name anybody else. */
export const exportJson = endpoint({
  method: 'POST',
  path: '/api/my-data/json',
  may: 'signed-in',
  about: { item: 'talk', act: 'read' },
  type: 'application/json',
  answer: z.instanceof(Uint8Array),
});
/** In the person's language and time zone. */
export const exportPage = endpoint({
  method: 'POST',
  path: '/api/my-data/html',
  may: 'signed-in',
  about: { item: 'talk', act: 'read' },
  type: 'text/html',
  answer: z.string(),
});
