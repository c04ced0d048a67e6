/** Erases check-ins of talks that go, topics about an employee who has left, and what a manager who has left never shared. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropCheckIns } from './answer/store.ts';
import { scopeOf } from './read-topic.ts';
import { dropTopicsAbout, dropUnshared, hasShared, hasTopicsOf, listWithUnshared } from './store.ts';

export function eraseCheckIns({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropCheckIns(db, tenantId, talkIds);
}

/** Nothing that names somebody under a legal hold goes. A manager's key of topics goes where nothing shared is sealed with it; before what names it, so that a crash in between forgets no key. */
export async function eraseTopics({ db, seal, config: { legalHold } }: Platform, { tenantId, personId }: Going): Promise<number> {
  if (!personId) return 0;
  const erased = await dropTopicsAbout(db, tenantId, personId, legalHold);
  for (const employeeId of await listWithUnshared(db, tenantId, personId, legalHold))
    if (!(await hasShared(db, tenantId, employeeId, personId))) await seal.shred(scopeOf({ tenantId, employeeId, authorId: personId }));
  return erased + (await dropUnshared(db, tenantId, personId, legalHold));
}

/** Whether topics of somebody are still there: a legal hold on another keeps them. */
export function hasTopics({ db }: Platform, tenantId: string, personId: string): Promise<boolean> {
  return hasTopicsOf(db, tenantId, personId);
}
