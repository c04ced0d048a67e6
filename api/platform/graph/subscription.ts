/** Change notifications of Microsoft Graph for the events of one mailbox: subscribed to, renewed, ended. Who takes them is the caller's business. */
import { z } from 'zod';
import { unlessGone } from './failures.ts';
import type { SendGraph } from './http.ts';

export type Subscription = { id: string; expiresAt: Date };
export type SubscriptionWish = {
  personId: string;
  /** Address that Graph posts to, for changes and for what becomes of the subscription itself. */
  url: string;
  /** Comes back with every notification; at most 128 characters. */
  clientState: string;
  expiresAt: Date;
};

const subscriptionSchema = z.object({ id: z.string(), expirationDateTime: z.string() });
const listSchema = z.object({
  value: z.array(z.object({ id: z.string(), resource: z.string().nullish(), notificationUrl: z.string().nullish() })),
  '@odata.nextLink': z.string().optional(),
});

const resourceOf = (personId: string): string => `users/${personId}/events`;
const subscriptionFrom = (answer: unknown): Subscription => {
  const { id, expirationDateTime } = subscriptionSchema.parse(answer);
  return { id, expiresAt: new Date(expirationDateTime) };
};

/** Subscribes. Graph shakes hands with the address before it answers, and may notify before the answer is here. */
export async function createSubscription(send: SendGraph, tenantId: string, wish: SubscriptionWish): Promise<Subscription> {
  const body = {
    changeType: 'created,updated,deleted',
    notificationUrl: wish.url,
    lifecycleNotificationUrl: wish.url,
    resource: resourceOf(wish.personId),
    expirationDateTime: wish.expiresAt.toISOString(),
    clientState: wish.clientState,
  };
  return subscriptionFrom(await send(tenantId, { method: 'POST', path: '/subscriptions', body }));
}

/** Gives it a new end; null when Graph does not know it any more. */
export async function renewSubscription(send: SendGraph, tenantId: string, id: string, expiresAt: Date): Promise<Subscription | null> {
  const body = { expirationDateTime: expiresAt.toISOString() };
  const answer = await unlessGone(send(tenantId, { method: 'PATCH', path: `/subscriptions/${id}`, body }));
  return answer === null ? null : subscriptionFrom(answer);
}

/** Ends it; that it has ended already is fine. */
export async function deleteSubscription(send: SendGraph, tenantId: string, id: string): Promise<void> {
  await unlessGone(send(tenantId, { method: 'DELETE', path: `/subscriptions/${id}` }));
}

/** Ids of all subscriptions of this app to a mailbox's events at this address: after a lost answer there may be one nobody knows. */
export async function listSubscriptions(send: SendGraph, tenantId: string, personId: string, url: string): Promise<string[]> {
  const found: string[] = [];
  for (let path: string | undefined = '/subscriptions'; path !== undefined;) {
    const page: z.infer<typeof listSchema> = listSchema.parse(await send(tenantId, { path }));
    const own = page.value.filter(
      ({ resource, notificationUrl }) =>
        resource?.replace(/^\//, '').toLowerCase() === resourceOf(personId).toLowerCase() && notificationUrl === url,
    );
    found.push(...own.map(({ id }) => id));
    path = page['@odata.nextLink'];
  }
  return found;
}
