/** Where each person's chat with Samtal's bot is, and which cards were put there. Written only after the sender was proven to be Teams. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';

export type ChatRecord = {
  /** tenantId/personId */
  _id: string;
  tenantId: string;
  personId: string;
  /** Address of the Teams service that answers for this chat, as its signed token named it. */
  serviceUrl: string;
  chatId: string;
  /** Samtal's own id in that chat. */
  botId: string;
  /** The person's. Absent in chats that earlier releases have met. */
  userId?: string;
};
/** `shown`: Teams has told that it shows the card; absent until then. When that was is nobody's business. */
type CardRecord = { _id: string; tenantId: string; personId: string; at: Date; shown?: true };

const text = { type: String, required: true };
const chats = defineCollection<ChatRecord>(
  'chats',
  new Schema<ChatRecord>({ _id: text, tenantId: text, personId: text, serviceUrl: text, chatId: text, botId: text, userId: String }),
);
const cards = defineCollection<CardRecord>(
  'cards',
  new Schema<CardRecord>({
    ...{ _id: text, tenantId: text, personId: text },
    at: { type: Date, required: true },
    shown: Boolean,
  }),
);

const idOf = (tenantId: string, personId: string): string => `${tenantId}/${personId}`;

/** Keeps or renews a chat. Answers whether it is a new one. */
export async function saveChat(db: Db, chat: Omit<ChatRecord, '_id'>): Promise<boolean> {
  const { tenantId, personId, ...set } = chat;
  const written = await chats(db).updateOne(
    { _id: idOf(tenantId, personId) },
    { $set: set, $setOnInsert: { tenantId, personId } },
    { upsert: true },
  );
  return written.upsertedCount > 0;
}

export async function findChatRecord(db: Db, tenantId: string, personId: string): Promise<ChatRecord | null> {
  return chats(db).findById(idOf(tenantId, personId)).lean<ChatRecord>().exec();
}

export async function dropChatRecord(db: Db, tenantId: string, personId: string): Promise<number> {
  return (await chats(db).deleteOne({ _id: idOf(tenantId, personId) })).deletedCount;
}

/** Writes down that a card is about to be sent. Answers false when it was written down before. */
export async function addCard(db: Db, tenantId: string, personId: string, key: string, at: Date): Promise<boolean> {
  try {
    await cards(db).create({ _id: `${idOf(tenantId, personId)}/${key}`, tenantId, personId, at });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function dropCard(db: Db, tenantId: string, personId: string, key: string): Promise<void> {
  await cards(db).deleteOne({ _id: `${idOf(tenantId, personId)}/${key}` });
}

/** Only a card that was written down for this person. */
export async function markShown(db: Db, tenantId: string, personId: string, key: string): Promise<void> {
  await cards(db).updateOne({ _id: `${idOf(tenantId, personId)}/${key}` }, { $set: { shown: true } });
}

export async function isCardShown(db: Db, tenantId: string, personId: string, key: string): Promise<boolean> {
  return (await cards(db).exists({ _id: `${idOf(tenantId, personId)}/${key}`, shown: true })) !== null;
}

/** Every card that was put into the person's chat, found by the order of ids. */
export async function dropCards(db: Db, tenantId: string, personId: string): Promise<number> {
  const id = idOf(tenantId, personId);
  return (await cards(db).deleteMany({ _id: { $gte: `${id}/`, $lt: `${id}0` } })).deletedCount;
}
