/** Tells subscribers of changes in calendars and the directory: a hint with the id, never the content. How it gets there is in deliver.ts. */
import type { Subscription } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { deliver } from './deliver.ts';
import { etagOf } from './event-answer.ts';
import { findEvent, onCalendarChange } from './event-store.ts';
import { lookAtSubscriptions, tellLifecycle } from './lifecycle.ts';
import { isAlive, watchedBy } from './subscription.ts';

type Noted = { kind: 'events' | 'users'; userId: string; id: string; change: string; path: string; type: string; etag?: string };

/** From now on every change is told. */
export function tellSubscribers(world: World): void {
  onCalendarChange(world, ({ userId, eventId, kind }) => {
    const event = findEvent(world, userId, eventId);
    const noted: Noted = {
      kind: 'events',
      userId,
      id: eventId,
      change: kind,
      path: `Users/${userId}/Events/${eventId}`,
      type: '#Microsoft.Graph.Event',
    };
    void tell(world, event ? { ...noted, etag: etagOf(event) } : noted);
  });
  world.onChange(({ personId, area }) => {
    if (area === 'clock') lookAtSubscriptions(world);
    if (area !== 'directory') return;
    const change = world.users.get(personId) ? 'updated' : 'deleted';
    void tell(world, { kind: 'users', userId: personId, id: personId, change, path: `Users/${personId}`, type: '#Microsoft.Graph.User' });
    lookAtSubscriptions(world);
  });
}

/** What was not yet on disk is not told. */
async function tell(world: World, noted: Noted): Promise<void> {
  const subscriptions = world.subscriptions.all().filter((one) => isAbout(world, one, noted));
  if (subscriptions.length === 0) return;
  await world.tables.flushed();
  for (const subscription of subscriptions) send(world, subscription, noted);
}

function isAbout(world: World, subscription: Subscription, { kind, userId, change }: Noted): boolean {
  const watched = isAlive(world, subscription) ? watchedBy(world, subscription, subscription.resource) : null;
  if (watched?.kind !== kind || !subscription.changeType.split(',').some((one) => one.trim() === change)) return false;
  return watched.userId === userId || (watched.userId === null && tenantOf(world, userId) === subscription.tenantId);
}

/** A deleted account is known by its history. */
const tenantOf = (world: World, userId: string): string | undefined =>
  world.users.get(userId)?.tenantId ?? world.directoryChanges.all().find((change) => change.userId === userId)?.tenantId;

function send(world: World, subscription: Subscription, noted: Noted): void {
  const notice = {
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: subscription.expirationDateTime,
    clientState: subscription.clientState,
    changeType: noted.change,
    resource: noted.path,
    tenantId: subscription.tenantId,
    resourceData: {
      '@odata.type': noted.type,
      '@odata.id': noted.path,
      ...(noted.etag ? { '@odata.etag': noted.etag } : {}),
      id: noted.id,
    },
  };
  const fault = world.faults.take('graph', 'POST', noted.path, 'notice');
  if (fault?.kind === 'drop') return;
  for (let copy = fault?.kind === 'repeat' ? 2 : 1; copy > 0; copy -= 1)
    deliver(world, subscription, subscription.notificationUrl, notice, { lost: () => tellLifecycle(world, subscription, 'missed') });
}
