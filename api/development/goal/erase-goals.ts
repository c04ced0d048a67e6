/** Erases the goals of an employee who has left, for good. A manager's proposals are their employees'. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropGoalsOf } from './store.ts';

export async function eraseGoals({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropGoalsOf(db, tenantId, personId) : 0;
}
