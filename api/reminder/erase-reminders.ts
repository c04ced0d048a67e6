/** Erases reminders of somebody who has left and of talks that go, and looks at those talks no more. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropNames } from './signing/store.ts';
import { dropReminders } from './store.ts';
import { dropWatches } from './watch/store.ts';

export function eraseReminders({ db }: Platform, going: Going): Promise<number> {
  return dropReminders(db, going);
}

export function eraseWatches({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropWatches(db, tenantId, talkIds);
}

export async function eraseSignings({ db }: Platform, { tenantId, personId }: Going): Promise<number> {
  return personId ? dropNames(db, tenantId, personId) : 0;
}
