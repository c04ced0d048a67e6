/** Erases the wishes of somebody who has left. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropWishes } from './store.ts';

export async function eraseWishes({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropWishes(db, tenantId, personId) : 0;
}
