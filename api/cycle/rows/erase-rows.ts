/** Takes an employee who has left out of cycles and proposals: who is in them, when, and what HR has set for them. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropSteps } from '../replan/store.ts';
import { dropLeftOut, dropRows } from './store.ts';

export async function eraseCycleRows({ db }: Platform, { tenantId, personId, talkIds }: Going): Promise<number> {
  const rows = personId ? await dropRows(db, tenantId, personId) : 0;
  return rows + (await dropLeftOut(db, tenantId, talkIds));
}

export function eraseReplanSteps({ db }: Platform, { tenantId, personId, talkIds }: Going): Promise<number> {
  return dropSteps(db, tenantId, personId, talkIds);
}
