/**
 * Takes what Graph posts: whether it comes from a subscription of ours is proven by its secret; what it says is a hint only, stored before Graph is
 * answered, and makes the calendar be read soon. Reads nothing itself.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Platform } from '#api/platform/platform.ts';
import { notificationsSchema, type Notification } from './contract.ts';
import { findBySubscriptions, hintAt, type MailboxRecord } from './store.ts';

/** Subscriptions that were proven, with their secrets: as many as a large organisation has managers. */
const mostProven = 20_000;
const provenBy = new WeakMap<Platform, Map<string, MailboxRecord>>();
const provenOf = (platform: Platform): Map<string, MailboxRecord> => {
  const proven = provenBy.get(platform) ?? new Map<string, MailboxRecord>();
  provenBy.set(platform, proven);
  return proven;
};

/**
 * Whether one of them carries the secret of a subscription that was proven before. Decides only who need not wait behind others: what was ended since is
 * still refused by `takeNotifications`.
 */
export function isFromKnown(platform: Platform, body: unknown): boolean {
  const read = notificationsSchema.safeParse(body);
  if (!read.success) return false;
  const proven = provenOf(platform);
  return read.data.value.some((notification) => {
    const mailbox = proven.get(notification.subscriptionId);
    return mailbox !== undefined && isGenuine(notification, mailbox);
  });
}

function prove(platform: Platform, mailbox: MailboxRecord): void {
  const proven = provenOf(platform);
  const id = mailbox.subscriptionId ?? '';
  proven.delete(id);
  proven.set(id, mailbox);
  const [oldest] = proven.keys();
  if (proven.size > mostProven && oldest !== undefined) proven.delete(oldest);
}

/** Refused when not one of them is ours: a wrong secret and an unknown subscription look the same from outside. */
export async function takeNotifications(platform: Platform, body: unknown): Promise<'taken' | 'refused' | 'malformed'> {
  const { db, clock, log } = platform;
  const read = notificationsSchema.safeParse(body);
  if (!read.success) return 'malformed';
  const all = read.data.value;
  const known = new Map<string | null, MailboxRecord>();
  for (const one of await findBySubscriptions(db, [...new Set(all.map(({ subscriptionId }) => subscriptionId))]))
    known.set(one.subscriptionId, one);
  const hints = new Map<string, Parameters<typeof hintAt>[1][number]>();
  let refused = 0;
  for (const notification of all) {
    const mailbox = known.get(notification.subscriptionId);
    if (!mailbox || !isGenuine(notification, mailbox)) refused += 1;
    else hints.set(mailbox._id, { mailbox, set: { ...hints.get(mailbox._id)?.set, ...lifecycleChange(notification) } });
  }
  if (refused > 0) log.warn({ refused, of: all.length }, 'notifications that no subscription of ours has sent');
  if (hints.size === 0) return 'refused';
  for (const { mailbox } of hints.values()) prove(platform, mailbox);
  await hintAt(db, [...hints.values()], clock.now());
  platform.wake('look-into-mailboxes');
  return 'taken';
}

function isGenuine({ clientState, tenantId }: Notification, mailbox: MailboxRecord): boolean {
  if (tenantId != null && tenantId !== mailbox.tenantId) return false;
  return mailbox.clientState !== null && isSameSecret(clientState ?? '', mailbox.clientState);
}

/** Compared as hashes, so that neither length nor content shows in the time it takes. */
function isSameSecret(given: string, ours: string): boolean {
  const [a, b] = [given, ours].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** `missed` needs no more than the look that every notification brings. */
function lifecycleChange({ lifecycleEvent }: Notification): Partial<Pick<MailboxRecord, 'renewDue' | 'subscriptionId'>> {
  if (lifecycleEvent === 'reauthorizationRequired') return { renewDue: true };
  return lifecycleEvent === 'subscriptionRemoved' ? { subscriptionId: null } : {};
}
