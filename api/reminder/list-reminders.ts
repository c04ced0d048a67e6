/** What somebody was reminded of and told, and on which way it reached them: for themselves. Never what a message said. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { CycleKind, Kind } from './contract.ts';
import { listSent } from './store.ts';

export type ReminderSent = { kind: Kind | CycleKind; at: string; way: string };

/** Newest first. */
export async function listReminders(
  platform: Platform,
  { tenantId, personId }: Pick<Person, 'tenantId' | 'personId'>,
): Promise<ReminderSent[]> {
  const sent = await listSent(platform.db, tenantId, personId);
  return sent.flatMap(({ kind, sentAt, outcome }) => (sentAt ? [{ kind, at: sentAt.toISOString(), way: outcome ?? '' }] : []));
}
