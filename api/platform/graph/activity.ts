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

/** Puts one entry into the person's feed. */
export async function sendActivity(send: SendGraph, tenantId: string, personId: string, activity: Activity): Promise<void> {
  await send(tenantId, {
    method: 'POST',
    path: `/users/${personId}/teamwork/sendActivityNotification`,
    body: {
      topic: { source: 'text', value: activity.topic, webUrl: activity.link },
      activityType: activity.type,
      previewText: { content: activity.preview },
      templateParameters: Object.entries(activity.parameters).map(([name, value]) => ({ name, value })),
      chainId: chainOf(activity.key),
    },
  });
}

/** chainId is a 64-bit integer: the first 52 bits of the key's hash, so that it survives JSON numbers. */
function chainOf(key: string): number {
  return Number.parseInt(createHash('sha256').update(key).digest('hex').slice(0, 13), 16);
}
