/** Agendas that differ from their template's: one document per talk, its points sealed, guarded by its version. Decides nothing about who may. */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import type { OfTalk } from '#api/platform/db/closing.ts';
import { defineCollection, isDuplicateKey, plainly, type Db } from '#api/platform/db/db.ts';

/** `minutes` by part id; `sealed` holds the points as JSON. */
export type AgendaRecord = { minutes: Record<string, number>; sealed: Buffer; savedAt: Date; savedBy: string; version: number };
type Stored = Omit<AgendaRecord, 'minutes'> & { _id: string; tenantId: string; minutes: Map<string, number> };
type Lean = Omit<AgendaRecord, 'sealed' | 'minutes'> & { sealed: StoredBytes; minutes?: Record<string, number> };

const text = { type: String, required: true };
const agendas = defineCollection<Stored>(
  'agendas',
  new Schema<Stored>({
    _id: text,
    tenantId: text,
    minutes: { type: Map, of: Number },
    sealed: { type: Buffer, required: true },
    savedAt: { type: Date, required: true },
    savedBy: text,
    version: { type: Number, required: true },
  }),
);

/** The talk's own agenda, or null when it follows its template. */
export async function findAgenda(db: Db, { tenantId, talkId }: OfTalk): Promise<AgendaRecord | null> {
  const found = await agendas(db).findOne({ _id: talkId, tenantId }).lean<Lean>().exec();
  return found && { ...found, minutes: found.minutes ?? {}, sealed: bytesOf(found.sealed) };
}

/** Only its minutes by part id, which are no content. */
export async function findMinutes(db: Db, { tenantId, talkId }: OfTalk): Promise<Record<string, number>> {
  const found = await plainly(agendas(db)).findOne<Pick<Lean, 'minutes'>>({ _id: talkId, tenantId }, { projection: { minutes: 1 } });
  return found?.minutes ?? {};
}

/** Writes it if it still has this version (0: there is none); false when somebody was faster. */
export async function putAgenda(
  db: Db,
  { tenantId, talkId }: OfTalk,
  version: number,
  next: Omit<AgendaRecord, 'version'>,
): Promise<boolean> {
  const filter = { _id: talkId, tenantId, version };
  try {
    const written = await agendas(db)
      .updateOne(filter, { $set: { ...next, version: version + 1 } }, { upsert: version === 0 })
      .exec();
    return written.matchedCount + written.upsertedCount > 0;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function dropAgendas(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await agendas(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}
