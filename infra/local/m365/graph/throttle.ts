/** How much Graph takes at once. One place for the services' limits; what they measure is kept in memory, as a restart forgets it there too. */
import type { World } from '../core/world.ts';
import type { Area, Call } from './call.ts';
import { GraphRefusal } from './refusal.ts';

/** Outlook lets an app have this many requests under way in one mailbox. */
const perMailbox = 4;
const underWay = new WeakMap<World, Map<string, number>>();

/** Refuses with 429 when the mailbox is busy. Answers what is to be called when the call has been answered. */
export function throttled(world: World, { caller, at }: Call, area: Area): () => void {
  if (area !== 'outlook' || at.user === undefined) return () => undefined;
  const counts = underWay.get(world) ?? new Map<string, number>();
  underWay.set(world, counts);
  const key = `${caller.tenantId}/${caller.appId}/${at.user.toLowerCase()}`;
  const count = counts.get(key) ?? 0;
  if (count >= perMailbox)
    throw new GraphRefusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', { 'Retry-After': '1' });
  counts.set(key, count + 1);
  return () => void counts.set(key, (counts.get(key) ?? 1) - 1);
}
