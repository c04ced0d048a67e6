/** Who is told of changes, and the three things that happen to a subscription besides its notices. */
import { z } from 'zod';
import { lifecycleEvents, removeSubscription, tellLifecycle } from '../m365/graph/lifecycle.ts';
import type { Subscription } from '../m365/core/entities.ts';
import type { World } from '../m365/core/world.ts';
import { notFound, readInput } from './refusal.ts';

/** Those that have not ended; `clientState` is the app's secret, and not shown. */
export function readSubscriptions(world: World): { subscriptions: Omit<Subscription, 'clientState'>[] } {
  const now = world.clock.now().toISOString();
  const living = world.subscriptions.all().filter(({ expirationDateTime }) => expirationDateTime > now);
  return { subscriptions: living.map(({ clientState: _secret, ...shown }) => shown) };
}

const input = z.strictObject({ event: z.enum(lifecycleEvents) });

/** Lets Graph say this about the subscription now; one that was removed is gone. */
export async function letLifecycleHappen(world: World, id: string, body: unknown): Promise<void> {
  const subscription = world.subscriptions.get(id);
  if (!subscription) throw notFound('subscription');
  const { event } = readInput(input, body);
  if (event === 'subscriptionRemoved') removeSubscription(world, subscription);
  else tellLifecycle(world, subscription, event);
  await world.tables.flushed();
}
