/** Erases what somebody who has left had chosen about reminders, how they were reached, and until when they were away. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropAbsence } from '../absence/store.ts';
import { dropChoices, dropReached } from './store.ts';

export async function eraseChoices({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropChoices(db, { tenantId, personId }) : 0;
}

export async function eraseReaches({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropReached(db, { tenantId, personId }) : 0;
}

export async function eraseAbsences({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropAbsence(db, tenantId, personId) : 0;
}
