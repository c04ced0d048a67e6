/** The Teams activity feed through Microsoft Graph. */
import { createHash } from 'node:crypto';
import type { SendGraph } from './http.ts';

export type Activity = {
  /** An activity type declared in appPackage/manifest.json. */
  type: string;
  parameters: Record<string, string>;
  preview: string;
  topic: string;
  /** Deep link that opens the right place. */
  link: string;
  /** Samtal's key of the notification: the same key replaces an earlier entry instead of adding one. */
  key: string;
};

/** Puts one entry into the person's feed. Made once: the caller keeps the feed's pace. */
export async function sendActivity(send: SendGraph, tenantId: string, personId: string, activity: Activity): Promise<void> {
  const path = `/users/${personId}/teamwork/sendActivityNotification`;
  await send(tenantId, { method: 'POST', path, body: bodyOf(activity), isPaced: true });
}

/** Puts the same entry into the feeds of at most 100 people. Whoever does not have the app is left out, and Teams does not say so. */
export async function sendActivityToMany(send: SendGraph, tenantId: string, personIds: string[], activity: Activity): Promise<void> {
  const recipients = personIds.map((userId) => ({ '@odata.type': 'microsoft.graph.aadUserNotificationRecipient', userId }));
  const path = '/teamwork/sendActivityNotificationToRecipients';
  await send(tenantId, { method: 'POST', path, body: { ...bodyOf(activity), recipients }, isPaced: true });
}

/**
 * Puts one entry into the feed of somebody who has the app only in a chat they are in: it opens that chat, where the app is. Refused like the others when
 * the app is not in the chat, or the person is not.
 */
export async function sendActivityInChat(
  send: SendGraph,
  tenantId: string,
  chat: { chatId: string; personId: string },
  activity: Activity,
): Promise<void> {
  const recipient = { '@odata.type': 'microsoft.graph.aadUserNotificationRecipient', userId: chat.personId };
  const topic = { source: 'entityUrl', value: `https://graph.microsoft.com/v1.0/chats/${chat.chatId}` };
  const path = `/chats/${chat.chatId}/sendActivityNotification`;
  await send(tenantId, { method: 'POST', path, body: { ...bodyOf(activity), topic, recipient }, isPaced: true });
}

const bodyOf = (activity: Activity): object => ({
  topic: { source: 'text', value: activity.topic, webUrl: activity.link },
  activityType: activity.type,
  previewText: { content: activity.preview },
  templateParameters: Object.entries(activity.parameters).map(([name, value]) => ({ name, value })),
  chainId: chainOf(activity.key),
});

/** chainId is a 64-bit integer: the first 52 bits of the key's hash, so that it survives JSON numbers. */
function chainOf(key: string): number {
  return Number.parseInt(createHash('sha256').update(key).digest('hex').slice(0, 13), 16);
}
