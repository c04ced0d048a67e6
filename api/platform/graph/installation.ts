/** Samtal installed for a person through Microsoft Graph, where the organisation lets it; in meetings' chats it is meeting.ts that does so. */
import { GraphRefused } from './failures.ts';
import type { SendGraph } from './http.ts';

/** Gives the person the app. Answers false when it was there, may not be given, or the organisation's app rules keep it from them. */
export async function installForPerson(send: SendGraph, tenantId: string, personId: string, teamsAppId: string): Promise<boolean> {
  const body = { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${teamsAppId}` };
  try {
    await send(tenantId, { method: 'POST', path: `/users/${personId}/teamwork/installedApps`, body });
    return true;
  } catch (error) {
    if (error instanceof GraphRefused) return false;
    throw error;
  }
}
