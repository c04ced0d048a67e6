/** Erases that an employee wanted the manager to know, with the talk. Counts and marks lead to nobody and stay. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropTold } from './store.ts';

export function eraseTold({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropTold(db, tenantId, talkIds);
}
