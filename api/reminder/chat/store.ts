/** Where each person's chat with Samtal's bot is, and which cards were put there. Written only after the sender was proven to be Teams. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import type { KnownCard } from './rules.ts';

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
/**
 * `tries`: how many times it was or may have been sent; absent means once. `arrived`: Teams has taken it. `messageId`, `copies`: see `rules.ts`; absent
 * until Teams has told of one. When that was is nobody's business.
 */
type CardRecord = {
  _id: string;
  tenantId: string;
  personId: string;
  at: Date;
  tries?: number;
  arrived?: true;
  messageId?: string;
  copies?: string[];
};

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
    tries: Number,
    arrived: Boolean,
    messageId: String,
    copies: { type: [String], default: undefined },
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

const cardIdOf = ({ tenantId, personId, cardId }: CardPlace): string => `${idOf(tenantId, personId)}/${cardId}`;

/** A card that was or may have been sent, and to whom. */
export type CardPlace = { tenantId: string; personId: string; cardId: string };
/** `arrived`: Teams has taken it, or has told of it. */
export type CardFacts = KnownCard & { arrived: boolean };

/** Writes down that a card is about to be sent for the first time. Answers false when it was written down before. */
export async function addCard(db: Db, place: CardPlace, at: Date): Promise<boolean> {
  const { tenantId, personId } = place;
  try {
    await cards(db).create({ _id: cardIdOf(place), tenantId, personId, at, tries: 1 });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Null for a card that was never written down for this person. */
export async function findCard(db: Db, place: CardPlace): Promise<CardFacts | null> {
  const found = await cards(db).findById(cardIdOf(place)).lean<CardRecord>().exec();
  if (!found) return null;
  const { tries = 1, arrived = false, messageId = null, copies = [] } = found;
  return { tries, arrived: arrived || messageId !== null, messageId, copies };
}

/** Writes down one more try, when nobody else has since and nothing has been heard of the card. Answers whether that was so. */
export async function addTry(db: Db, place: CardPlace, before: number): Promise<boolean> {
  const tries = before === 1 ? { $in: [1, null] } : before;
  const unheard = { _id: cardIdOf(place), tries, arrived: null, messageId: null } as object;
  return (await cards(db).updateOne(unheard, { $set: { tries: before + 1 } })).matchedCount === 1;
}

/** Takes back a try that certainly came to nothing. A card that was never tried otherwise is forgotten. */
export async function dropTry(db: Db, place: CardPlace): Promise<void> {
  const _id = cardIdOf(place);
  const { deletedCount } = await cards(db).deleteOne({ _id, tries: 1 });
  if (deletedCount === 0) await cards(db).updateOne({ _id, tries: { $gt: 1 } }, { $inc: { tries: -1 } });
}

export async function markArrived(db: Db, place: CardPlace): Promise<void> {
  await cards(db).updateOne({ _id: cardIdOf(place) }, { $set: { arrived: true } });
}

/** Writes which message is the card and which are copies, when that is as it was read: copies only ever become more. Answers whether it was. */
export async function saveTold(
  db: Db,
  place: CardPlace,
  before: KnownCard,
  { messageId, copies }: Pick<KnownCard, 'messageId' | 'copies'>,
): Promise<boolean> {
  const unchanged = { _id: cardIdOf(place), messageId: before.messageId, [`copies.${before.copies.length}`]: { $exists: false } } as object;
  return (await cards(db).updateOne(unchanged, { $set: { messageId, copies } })).matchedCount === 1;
}

/** Every card that was put into the person's chat, found by the order of ids. */
export async function dropCards(db: Db, tenantId: string, personId: string): Promise<number> {
  const id = idOf(tenantId, personId);
  return (await cards(db).deleteMany({ _id: { $gte: `${id}/`, $lt: `${id}0` } })).deletedCount;
}
