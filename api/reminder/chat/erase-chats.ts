/** Forgets where the chat of somebody who has left was, and which cards were put there. The chat itself is Teams'. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropCards, dropChatRecord } from './store.ts';

export async function eraseChats({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropChatRecord(db, tenantId, personId) : 0;
}

export async function eraseCards({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropCards(db, tenantId, personId) : 0;
}
