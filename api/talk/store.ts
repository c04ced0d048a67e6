/** Talks: facts only (booked, started, held, signed: who and when). Status is derived by rules.ts; contents live in other rooms, sealed. */
import { Schema } from 'mongoose';
import { defineCollection, plainly, type Db } from '#api/platform/db/db.ts';
import { claimDue, dueSchema, type Due } from '#api/platform/db/due.ts';
import type { Side, Talk } from './contract.ts';
import type { HandOver } from './hand-over/rules.ts';
import type { Parting } from './parting/rules.ts';
import type { Passed } from './passing/rules.ts';
import type { NotesErased } from './retention/rules.ts';
import {
  anewOfSchema,
  anewSchema,
  attentionSchema,
  bookingSchema,
  handOverSchema,
  movedSchema,
  notesErasedSchema,
  noticeSchema,
  partingSchema,
  passedSchema,
  settledSchema,
  type Anew,
  type AnewOf,
  type Attention,
  type Booking,
  type Moved,
  type Notice,
  type Settled,
} from './record/store.ts';
import { entrySchema, signatureSchema, signingSchema, type RecordEntry, type Signature, type Signing } from './signing/store.ts';

export type TalkRecord = {
  _id: string;
  tenantId: string;
  cycleId: string;
  cycleName: string;
  /** Absent in talks of earlier releases. */
  createdAt?: Date | null;
  employeeId: string;
  managerId: string;
  /** Department of the employee when the talk was created: HR counts by it. */
  department: string;
  templateId: string;
  templateVersion: number;
  releaseRule: Talk['releaseRule'];
  sharedWithHr: { preparation: boolean; notes: boolean; agreements: boolean };
  managerPreparationVisible: boolean;
  lengthMinutes: number;
  start: Date | null;
  end: Date | null;
  prepareBy: Date | null;
  booking: Booking | null;
  /** Booking versions used so far: a version, and so its transaction id, is never used again for another time. */
  bookings: number;
  bookDue: Due | null;
  /** Null when nobody has moved the talk since it was booked. Absent in talks of earlier releases, as the two marks below. */
  moved?: Moved | null;
  moveDue?: Due | null;
  /** The re-plan of its cycle that changed it last. */ replanId?: string | null;
  /** In order; absent or empty while it is with the manager it was planned with. */ handOvers?: HandOver[];
  /** It has begun, and its employee has another manager: what they have chosen (parting/). */ parting?: Parting | null;
  /** The time to finish it is over, or the new talk is to be made. */ partingDue?: Due | null;
  /** From then on it is its manager's no more. */ partedAt?: Date | null;
  /** What takes its place. Then its own `cycleId` is none: a cycle has one talk for each employee. */ anew?: Anew | null;
  /** Whose place it takes. */ anewOf?: AnewOf | null;
  /** What its employee has let new managers read (passing/). */ passed?: Passed[];
  /** There will be no talk, and nobody is shown it: its employee has left. */ withdrawnAt?: Date | null;
  /** When the meeting's chat is to be found and Samtal put into it. */
  chatDue?: Due | null;
  /** A room's mailbox, invited as a resource; null for a talk without one. */
  room?: { address: string; name: string } | null;
  /** The talk is to have a room, also while it has none. Absent in talks of earlier releases: it is not. */
  roomWanted?: boolean;
  /** The event is to be brought to the talk's room, or to none. */
  roomDue?: Due | null;
  /** Somebody else who is invited, for example from HR; reads nothing of the talk for it. */
  partnerId?: string | null;
  /** What the calendar says of the event, as last read (mailbox/); all absent or null until it says something. */
  attention?: Attention | null;
  settled?: Settled | null;
  employeeResponse?: 'none' | 'accepted' | 'tentative' | 'declined' | null;
  /** Events that stand for nothing any more, to be cancelled by the clock. */
  unwanted?: { organizerId: string; eventId: string }[];
  unwantedDue?: Due | null;
  notices: Notice[];
  noticeDue: Due | null;
  startedAt: Date | null;
  startedBy: string | null;
  finishedAt: Date | null;
  finishedBy: string | null;
  signing: Signing | null;
  signatures: Signature[];
  /** Comments, objections and amendments; absent in talks of earlier releases. */
  record?: RecordEntry[];
  /** Notes and agreements as they were at the first signature, sealed: what is signed never changes afterwards. */
  signedContent: Buffer | null;
  /** Since when it has an access log (logged/); absent or null before the first entry, and in talks of earlier releases. */ loggedAt?: Date | null;
  /** Its preparations, shared notes and agenda are gone, also out of what was signed; absent or null while they are kept. */ notesErased?: NotesErased | null;
  /** Goals as they were when the talk was finished, sealed; absent before, and in talks that were finished in earlier releases or recorded. */
  goalsAtFinish?: Buffer | null;
  version: number;
};

const text = { type: String, required: true };
const maybeText = { type: String, default: null };
const maybeDate = { type: Date, default: null };
const flag = { type: Boolean, required: true };
const count = { type: Number, required: true };
const inner = { _id: false };

export const talks = defineCollection<TalkRecord>(
  'talks',
  new Schema<TalkRecord>({
    _id: text,
    ...{ tenantId: text, cycleId: text, cycleName: text, employeeId: text, managerId: text },
    createdAt: maybeDate,
    department: { type: String, default: '' },
    templateId: text,
    templateVersion: count,
    releaseRule: text,
    sharedWithHr: new Schema({ preparation: flag, notes: flag, agreements: flag }, inner),
    managerPreparationVisible: flag,
    lengthMinutes: count,
    start: maybeDate,
    end: maybeDate,
    prepareBy: maybeDate,
    booking: { type: bookingSchema, default: null },
    bookings: { type: Number, default: 0 },
    bookDue: { type: dueSchema, default: null },
    moved: { type: movedSchema, default: null },
    moveDue: { type: dueSchema, default: null },
    ...{ replanId: maybeText, withdrawnAt: maybeDate, handOvers: [handOverSchema] },
    parting: { type: partingSchema, default: null },
    partingDue: { type: dueSchema, default: null },
    partedAt: maybeDate,
    passed: [passedSchema],
    anew: { type: anewSchema, default: null },
    anewOf: { type: anewOfSchema, default: null },
    chatDue: { type: dueSchema, default: null },
    room: { type: new Schema({ address: text, name: text }, inner), default: null },
    roomWanted: { type: Boolean, default: false },
    roomDue: { type: dueSchema, default: null },
    partnerId: maybeText,
    attention: { type: attentionSchema, default: null },
    settled: { type: settledSchema, default: null },
    employeeResponse: maybeText,
    unwanted: [new Schema({ organizerId: text, eventId: text }, inner)],
    unwantedDue: { type: dueSchema, default: null },
    notices: [noticeSchema],
    noticeDue: { type: dueSchema, default: null },
    ...{ startedAt: maybeDate, startedBy: maybeText, finishedAt: maybeDate, finishedBy: maybeText },
    signing: { type: signingSchema, default: null },
    signatures: [signatureSchema],
    record: [entrySchema],
    signedContent: { type: Buffer, default: null },
    goalsAtFinish: { type: Buffer, default: null },
    notesErased: { type: notesErasedSchema, default: null },
    loggedAt: maybeDate,
    version: count,
  })
    .index({ tenantId: 1, cycleId: 1, employeeId: 1 }, { unique: true })
    .index({ tenantId: 1, employeeId: 1, start: 1 })
    .index({ tenantId: 1, managerId: 1, start: 1 })
    .index({ tenantId: 1, 'booking.chatId': 1 })
    .index({ 'bookDue.at': 1 })
    .index({ tenantId: 1, 'room.address': 1, start: 1 })
    .index({ 'moveDue.at': 1 })
    .index({ 'roomDue.at': 1 })
    .index({ 'chatDue.at': 1 })
    .index({ 'unwantedDue.at': 1 })
    .index({ 'partingDue.at': 1 })
    .index({ 'noticeDue.at': 1 }),
);

/** The talk, if the person is one of its parties (or, for the policy table to decide, was its manager or holds the HR role); null for everybody else. */
export async function findTalkFor(
  db: Db,
  reader: { tenantId: string; personId: string; isHr: boolean },
  talkId: string,
): Promise<TalkRecord | null> {
  const { tenantId, personId, isHr } = reader;
  const mine = isHr ? {} : { $or: [{ employeeId: personId }, { managerId: personId }, { 'handOvers.from': personId }] };
  return plainly(talks(db)).findOne<TalkRecord>({ _id: talkId, tenantId, ...mine });
}

/** The talk of this chat; or of this join address, if Samtal does not know the chat of its talk yet. */
export async function findTalkByMeeting(
  db: Db,
  { tenantId, personId }: { tenantId: string; personId: string },
  chatId: string,
  joinUrl: string | null,
): Promise<TalkRecord | null> {
  const mine = { tenantId, $or: [{ employeeId: personId }, { managerId: personId }] };
  const find = (where: object) =>
    talks(db)
      .findOne({ ...mine, ...where })
      .lean<TalkRecord>()
      .exec();
  const byChat = await find({ 'booking.chatId': chatId });
  return byChat || !joinUrl ? byChat : find({ 'booking.joinUrl': joinUrl, 'booking.chatId': null });
}

/** The talk whose meeting has this chat, whoever asks: for what Teams itself tells of the meeting. */
export async function findTalkInChat(db: Db, tenantId: string, chatId: string): Promise<TalkRecord | null> {
  return talks(db).findOne({ tenantId, 'booking.chatId': chatId, withdrawnAt: null }, factsOnly).lean<TalkRecord>().exec();
}

/** Not what was written: lists hold facts, and what was signed may be long. */
export const factsOnly = { signedContent: 0, goalsAtFinish: 0, 'record.sealed': 0 } as const;

/** Talks where the person stands on this side, newest first; without what was written in them. Of managers those that are theirs no more are left out. */
export async function listTalksOf(db: Db, person: { tenantId: string; personId: string }, side: Side): Promise<TalkRecord[]> {
  const where = side === 'employee' ? { employeeId: person.personId } : { managerId: person.personId, partedAt: null };
  return talks(db)
    .find({ tenantId: person.tenantId, ...where, withdrawnAt: null }, factsOnly)
    .sort({ start: -1, _id: 1 })
    .lean<TalkRecord[]>()
    .exec();
}

/** Talks of a cycle that there will be or were, for jobs and counts; without what was written in them. */
export async function listTalksOfCycle(db: Db, tenantId: string, cycleId: string): Promise<TalkRecord[]> {
  return talks(db).find({ tenantId, cycleId, withdrawnAt: null }, factsOnly).lean<TalkRecord[]>().exec();
}

/** Writes facts if the talk still has this version; null when somebody was faster. */
export async function changeTalk(
  db: Db,
  tenantId: string,
  talkId: string,
  version: number,
  set: Partial<TalkRecord>,
  push: Partial<Record<'signatures' | 'record' | 'notices' | 'unwanted' | 'handOvers', object>> = {},
): Promise<TalkRecord | null> {
  return talks(db)
    .findOneAndUpdate(
      { _id: talkId, tenantId, version },
      { $set: set, $inc: { version: 1 }, ...(Object.keys(push).length > 0 ? { $push: push } : {}) },
      { returnDocument: 'after' },
    )
    .lean<TalkRecord>()
    .exec();
}

/** Adds talks whose id does not exist yet, and leaves the others as they are. */
export async function addMissingTalks(db: Db, records: TalkRecord[]): Promise<void> {
  const operations = records.map(({ _id, ...rest }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true } }));
  if (operations.length > 0) await talks(db).bulkWrite(operations);
}

export async function findTalksByIds(db: Db, tenantId: string, talkIds: string[]): Promise<TalkRecord[]> {
  return talks(db)
    .find({ _id: { $in: talkIds }, tenantId })
    .lean<TalkRecord[]>()
    .exec();
}

/** The next talk with notifications that wait to be taken over. */
export function claimNotices(db: Db, now: Date): Promise<TalkRecord | null> {
  return claimDue(talks(db), 'noticeDue', now);
}

export async function closeNotices(db: Db, talk: TalkRecord): Promise<void> {
  const keys = talk.notices.map(({ key }) => key);
  const change = { $set: { noticeDue: null }, $pull: { notices: { key: { $in: keys } } } };
  await talks(db).updateOne({ _id: talk._id, 'noticeDue.fence': talk.noticeDue?.fence }, change);
}
