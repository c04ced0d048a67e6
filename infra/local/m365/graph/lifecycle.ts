/**
 * What happens to a subscription besides its notices: Graph asks for it to be authorised anew before it ends, says that it was removed, or that
 * something was missed. Each is told at the lifecycle address, if there is one.
 */
import type { Subscription } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { deliver } from './deliver.ts';
import { isAlive, watchedBy } from './subscription.ts';

export const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
export type LifecycleEvent = (typeof lifecycleEvents)[number];

/** So long before its end a subscription's owner is asked. */
const askedBeforeMs = 30 * 60_000;
/** The end that the owner was asked about; a new end is asked about again. */
const asked = new WeakMap<World, Map<string, string>>();

export function tellLifecycle(world: World, subscription: Subscription, lifecycleEvent: LifecycleEvent): void {
  const { id, lifecycleNotificationUrl: address, clientState, expirationDateTime, tenantId } = subscription;
  if (address === null) return;
  const value = { lifecycleEvent, subscriptionId: id, subscriptionExpirationDateTime: expirationDateTime, clientState, tenantId };
  deliver(world, subscription, address, value, { outlives: true });
}

/** Graph itself ends the subscription. */
export function removeSubscription(world: World, subscription: Subscription): void {
  world.subscriptions.remove(subscription.id);
  tellLifecycle(world, subscription, 'subscriptionRemoved');
}

/** Asks for those that are about to end, and removes those whose mailbox is gone. Called whenever time may have passed or the directory changed. */
export function lookAtSubscriptions(world: World): void {
  for (const subscription of world.subscriptions.all()) {
    if (!isAlive(world, subscription)) continue;
    if (watchedBy(world, subscription, subscription.resource) === null) removeSubscription(world, subscription);
    else askInTime(world, subscription);
  }
}

function askInTime(world: World, subscription: Subscription): void {
  const { id, expirationDateTime } = subscription;
  if (Date.parse(expirationDateTime) - world.clock.now().getTime() > askedBeforeMs) return;
  const known = asked.get(world) ?? new Map<string, string>();
  asked.set(world, known);
  if (known.get(id) === expirationDateTime) return;
  known.set(id, expirationDateTime);
  tellLifecycle(world, subscription, 'reauthorizationRequired');
}
