/** Teams meeting calls of Microsoft Graph: the chat that belongs to a meeting, and Samtal installed in it so that the side panel is there. */
import { z } from 'zod';
import { GraphRefused } from './failures.ts';
import type { SendGraph } from './http.ts';

const meetingsSchema = z.object({ value: z.array(z.object({ chatInfo: z.object({ threadId: z.string() }).nullish() })) });

/** Chat id of the meeting behind a join address, or null while Teams has not made it yet. */
export async function findMeetingChat(send: SendGraph, tenantId: string, organizerId: string, joinUrl: string): Promise<string | null> {
  const filter = encodeURIComponent(`JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'`);
  const answer = meetingsSchema.parse(await send(tenantId, { path: `/users/${organizerId}/onlineMeetings?$filter=${filter}` }));
  return answer.value[0]?.chatInfo?.threadId ?? null;
}

/** Permissions the app asks for in a chat (resource-specific consent); must equal appPackage/manifest.json. */
export type ChatPermission = { permissionValue: string; permissionType: 'Delegated' | 'Application' };

/** Installs the app in the chat; that it is there already is fine. */
export async function installInChat(
  send: SendGraph,
  tenantId: string,
  chatId: string,
  teamsAppId: string,
  permissions: ChatPermission[],
): Promise<void> {
  const body = {
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${teamsAppId}`,
    consentedPermissionSet: { resourceSpecificPermissions: permissions },
  };
  try {
    await send(tenantId, { method: 'POST', path: `/chats/${encodeURIComponent(chatId)}/installedApps`, body });
  } catch (error) {
    if (error instanceof GraphRefused && error.status === 409) return;
    throw error;
  }
}
