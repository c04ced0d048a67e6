/** Remembers where a person's chat with the bot is, so that a reminder can be put there, and forgets it when the person removes Samtal. */
import type { Platform } from '#api/platform/platform.ts';
import { dropChatRecord, findChatRecord, saveChat, type ChatRecord } from './store.ts';

export type Chat = Omit<ChatRecord, '_id'>;

/** Answers whether the chat is a new one. */
export function keepChat(platform: Platform, chat: Chat): Promise<boolean> {
  return saveChat(platform.db, chat);
}

export function findChat(platform: Platform, tenantId: string, personId: string): Promise<Chat | null> {
  return findChatRecord(platform.db, tenantId, personId);
}

export async function dropChat(platform: Platform, tenantId: string, personId: string): Promise<void> {
  await dropChatRecord(platform.db, tenantId, personId);
}
