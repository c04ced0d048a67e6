/** Forgets who somebody was, once they are gone and what was theirs is erased: all of it, or all but the name where somebody else's talk names them. */
import type { Platform } from '#api/platform/platform.ts';
import { dropGone, keepNameOnly, listNamesOnly } from './store.ts';

/** `isNamed`: the name stays, as what was signed says it. Answers how many documents were changed. */
export function dropPerson(platform: Platform, of: { tenantId: string; personId: string }, isNamed: boolean): Promise<number> {
  if (isNamed) return keepNameOnly(platform.db, of.tenantId, of.personId, platform.clock.now());
  return dropGone(platform.db, of.tenantId, [of.personId]);
}

/** Of these people, those of whom only the name is left. */
export function listForgotten(platform: Platform, tenantId: string, personIds: string[]): Promise<string[]> {
  return listNamesOnly(platform.db, tenantId, personIds);
}
