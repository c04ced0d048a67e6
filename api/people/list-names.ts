/** Everybody's name and address as the directory has or had them, for what must not name anybody (privacy/access-bundle). Tells nobody of them. */
import type { Platform } from '#api/platform/platform.ts';
import type { KnownPerson } from './find-people.ts';
import { listEverybody } from './store.ts';

/** `isSomebody`: works here, or did; of an account that is switched off it is not known, since shared mailboxes and rooms have such ones. */
export type DirectoryName = { personId: string; name: string; mail: string | null; isSomebody: boolean };

export async function listNames({ db }: Platform, tenantId: string): Promise<DirectoryName[]> {
  return (await listEverybody(db, tenantId)).map(({ personId, name, mail, enabled, goneAt = null }) => ({
    ...{ personId, name, mail, isSomebody: enabled || goneAt !== null },
  }));
}

/** Whom an access request may be about: who works here, and who has left and whose data is not erased yet. */
export async function listRequestable({ db }: Platform, tenantId: string): Promise<KnownPerson[]> {
  return (await listEverybody(db, tenantId)).filter(({ enabled, goneAt = null, erasedAt = null }) => enabled || (goneAt && !erasedAt));
}
