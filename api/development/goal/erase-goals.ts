/** Erases the goals of an employee who has left, for good, but for those that name somebody under a legal hold. A manager's proposals are their employees'. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropGoalsOf, hasGoalsOf } from './store.ts';

export async function eraseGoals({ db, config }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropGoalsOf(db, tenantId, personId, config.legalHold) : 0;
}

/** Whether goals of somebody are still there: a legal hold on another keeps them. */
export function hasGoals({ db }: Platform, tenantId: string, personId: string): Promise<boolean> {
  return hasGoalsOf(db, tenantId, personId);
}
