/**
 * Bundles of access requests in pieces, sealed: one for each talk, one for each other member of the file. A copy that was begun twice has two numbers, and the
 * request says which is the bundle. Holds ciphertext only.
 */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { defineCollection, type Db } from '#api/platform/db/db.ts';
import type { TalkState } from '../contract.ts';
import type { CopiedMember } from './rules/content.ts';

/** `talkId`, `state`: of a talk's piece, as the policy table counts; null for what is of no talk. */
export type PieceHead = { _id: string; member: CopiedMember; talkId: string | null; state: TalkState | null };
export type Piece = PieceHead & { sealed: Buffer };
/** Which copy of which request, and about whom. */
export type OfBundle = { tenantId: string; requestId: string; employeeId: string; copy: number };
type PieceRecord = Piece & OfBundle & { number: number; madeAt: Date };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const pieces = defineCollection<PieceRecord>(
  'accessBundles',
  new Schema<PieceRecord>({
    ...{ _id: text, tenantId: text, requestId: text, employeeId: text, copy: number, number, member: text },
    ...{ talkId: { type: String, default: null }, state: { type: Number, default: null }, madeAt: { type: Date, required: true } },
    sealed: { type: Buffer, required: true },
  })
    .index({ tenantId: 1, requestId: 1, copy: 1, number: 1 })
    .index({ tenantId: 1, employeeId: 1 })
    .index({ tenantId: 1, talkId: 1 })
    .index({ madeAt: 1 }),
);

export async function addPiece(db: Db, of: OfBundle, at: number, piece: Omit<Piece, '_id'>, madeAt: Date): Promise<void> {
  const _id = `${of.tenantId}/${of.requestId}/${of.copy}/${at}`;
  await pieces(db).create({ _id, ...of, number: at, ...piece, madeAt });
}

/** In the order of the file, without what is in them. */
export async function listPieces(db: Db, { tenantId, requestId, copy }: Omit<OfBundle, 'employeeId'>): Promise<PieceHead[]> {
  const fields = { member: 1, talkId: 1, state: 1 };
  return pieces(db).find({ tenantId, requestId, copy }, fields).sort({ number: 1 }).lean<PieceHead[]>().exec();
}

export async function findSealed(db: Db, tenantId: string, pieceId: string): Promise<Buffer | null> {
  const found = await pieces(db).findOne({ _id: pieceId, tenantId }, { sealed: 1 }).lean<{ sealed: StoredBytes }>().exec();
  return found && bytesOf(found.sealed);
}

export async function dropBundle(db: Db, tenantId: string, requestId: string): Promise<void> {
  await pieces(db).deleteMany({ tenantId, requestId });
}

/** Those of a copy that did not become the bundle. */
export async function dropCopy(db: Db, { tenantId, requestId, copy }: Omit<OfBundle, 'employeeId'>): Promise<void> {
  await pieces(db).deleteMany({ tenantId, requestId, copy });
}

/** Whatever is left of copies that were begun by then. */
export async function dropMadeBefore(db: Db, by: Date): Promise<void> {
  await pieces(db).deleteMany({ madeAt: { $lte: by } });
}

export async function dropPiecesOf(db: Db, tenantId: string, talkIds: string[], employeeId: string | null): Promise<number> {
  const of = [...(talkIds.length > 0 ? [{ talkId: { $in: talkIds } }] : []), ...(employeeId ? [{ employeeId }] : [])];
  return of.length > 0 ? (await pieces(db).deleteMany({ tenantId, $or: of })).deletedCount : 0;
}
