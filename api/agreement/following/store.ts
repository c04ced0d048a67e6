/** How agreements go: one document per agreement from its first step on, with every step kept. Notes are sealed. Decides nothing about who may. */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import type { AgreementStatus } from '../contract.ts';

export type StepRecord = { status: AgreementStatus; at: Date; by: string; sealed: Buffer | null };
export type FollowRecord = {
  /** talkId/agreementId */
  _id: string;
  tenantId: string;
  talkId: string;
  agreementId: string;
  version: number;
  /** Of the newest step. */
  status: AgreementStatus;
  steps: StepRecord[];
};
export type Followed = { tenantId: string; talkId: string; agreementId: string };
type Lean = Omit<FollowRecord, 'steps'> & { steps: (Omit<StepRecord, 'sealed'> & { sealed: StoredBytes | null })[] };

const text = { type: String, required: true };
const step = new Schema<StepRecord>(
  { status: text, at: { type: Date, required: true }, by: text, sealed: { type: Buffer, default: null } },
  { _id: false },
);
const followUps = defineCollection<FollowRecord>(
  'followUps',
  new Schema<FollowRecord>({
    _id: text,
    tenantId: text,
    talkId: text,
    agreementId: text,
    version: { type: Number, required: true },
    status: text,
    steps: [step],
  }).index({ tenantId: 1, talkId: 1 }),
);

const idOf = ({ talkId, agreementId }: Followed): string => `${talkId}/${agreementId}`;
const recordOf = (found: Lean): FollowRecord => ({
  ...found,
  steps: found.steps.map((one) => ({ ...one, sealed: one.sealed && bytesOf(one.sealed) })),
});

/** Of some talks; an agreement that nobody has said anything about has none. */
export async function listFollowUps(db: Db, tenantId: string, talkIds: string[]): Promise<FollowRecord[]> {
  if (talkIds.length === 0) return [];
  const found = await followUps(db)
    .find({ tenantId, talkId: { $in: talkIds } })
    .lean<Lean[]>()
    .exec();
  return found.map(recordOf);
}

/** The same without the steps. */
export async function listStatuses(db: Db, tenantId: string, talkIds: string[]): Promise<Omit<FollowRecord, 'steps'>[]> {
  if (talkIds.length === 0) return [];
  return followUps(db)
    .find({ tenantId, talkId: { $in: talkIds } }, { steps: 0 })
    .lean<Omit<FollowRecord, 'steps'>[]>()
    .exec();
}

export async function findFollowUp(db: Db, which: Followed): Promise<FollowRecord | null> {
  const found = await followUps(db)
    .findOne({ _id: idOf(which), tenantId: which.tenantId })
    .lean<Lean>()
    .exec();
  return found && recordOf(found);
}

/** Adds a step if this is still the version (0: there is none yet); answers whether it did. */
export async function addStep(db: Db, which: Followed, version: number, next: StepRecord): Promise<boolean> {
  const { tenantId, talkId, agreementId } = which;
  if (version === 0) {
    const fresh = { _id: idOf(which), tenantId, talkId, agreementId, version: 1, status: next.status, steps: [next] };
    try {
      await followUps(db).create(fresh);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
  const change = { $set: { status: next.status }, $inc: { version: 1 }, $push: { steps: next } };
  const written = await followUps(db).updateOne({ _id: idOf(which), tenantId, version }, change);
  return written.modifiedCount > 0;
}

export async function dropFollowUps(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await followUps(db).deleteMany({ tenantId, talkId: { $in: talkIds } })).deletedCount;
}
