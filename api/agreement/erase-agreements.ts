/** Erases the agreements of talks that go, and how they went, for good. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropFollowUps } from './following/store.ts';
import { dropAgreements } from './store.ts';

export function eraseAgreements({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropAgreements(db, tenantId, talkIds);
}

export function eraseFollowUps({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropFollowUps(db, tenantId, talkIds);
}
