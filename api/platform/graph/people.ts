/** Directory calls of Microsoft Graph: people, their managers, and their mailbox settings. */
import { z } from 'zod';
import { GraphRefused, unlessGone } from './failures.ts';
import type { SendGraph } from './http.ts';

const userSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  jobTitle: z.string().nullish(),
  department: z.string().nullish(),
  officeLocation: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  'manager@delta': z.array(z.object({ id: z.string(), '@removed': z.object({ reason: z.string() }).optional() })).optional(),
  '@removed': z.object({ reason: z.string() }).optional(),
});
export type DirectoryUser = z.infer<typeof userSchema>;

const pageSchema = z.object({
  value: z.array(userSchema),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

const fields = 'displayName,mail,userPrincipalName,jobTitle,department,officeLocation,accountEnabled';
const firstDelta = `/users/delta?$select=${fields},manager`;

/** One round of users/delta: all changes since `deltaLink` (null: everything), and the link for the next round. `restarted` after 410. */
export async function readUserChanges(
  send: SendGraph,
  tenantId: string,
  deltaLink: string | null,
): Promise<{ users: DirectoryUser[]; deltaLink: string; restarted: boolean }> {
  const users: DirectoryUser[] = [];
  let path = deltaLink ?? firstDelta;
  let restarted = false;
  for (;;) {
    const page = await send<unknown>(tenantId, { path }).catch((error: unknown) => {
      if (error instanceof GraphRefused && error.status === 410 && !restarted) return null;
      throw error;
    });
    if (page === null) {
      // 410 Gone: the service has forgotten the delta token, and everything must be read again.
      restarted = true;
      users.length = 0;
      path = firstDelta;
      continue;
    }
    const read = pageSchema.parse(page);
    users.push(...read.value);
    if (read['@odata.deltaLink']) return { users, deltaLink: read['@odata.deltaLink'], restarted };
    if (!read['@odata.nextLink']) throw new Error('users/delta answered a page without a next or delta link');
    path = read['@odata.nextLink'];
  }
}

/** One person as the directory has them now, without the manager; null when it does not (any more). */
export async function readUser(send: SendGraph, tenantId: string, personId: string): Promise<DirectoryUser | null> {
  const found = await unlessGone(send(tenantId, { path: `/users/${personId}?$select=id,${fields}` }));
  return found === null ? null : userSchema.parse(found);
}

const settingsSchema = z.object({ timeZone: z.string().nullish(), language: z.object({ locale: z.string().nullish() }).nullish() });
export type MailboxSettings = { timeZone: string | null; locale: string | null };

const batchSchema = z.object({ responses: z.array(z.object({ id: z.string(), status: z.number(), body: z.unknown().optional() })) });
const batchLimit = 20;

/** Mailbox settings of many people, 20 to a request; null for those without a mailbox. A person whose answer failed is left out. */
export async function readMailboxSettings(
  send: SendGraph,
  tenantId: string,
  personIds: string[],
): Promise<Map<string, MailboxSettings | null>> {
  const found = new Map<string, MailboxSettings | null>();
  for (let from = 0; from < personIds.length; from += batchLimit) {
    const some = personIds.slice(from, from + batchLimit);
    const requests = some.map((id) => ({ id, method: 'GET', url: `/users/${id}/mailboxSettings` }));
    const { responses } = batchSchema.parse(await send(tenantId, { method: 'POST', path: '/$batch', body: { requests } }));
    for (const { id, status, body } of responses) {
      if (status === 404) found.set(id, null);
      if (status !== 200) continue;
      const settings = settingsSchema.parse(body);
      found.set(id, { timeZone: settings.timeZone ?? null, locale: settings.language?.locale ?? null });
    }
  }
  return found;
}
