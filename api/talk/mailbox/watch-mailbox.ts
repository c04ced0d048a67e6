/**
 * Keeps Graph telling Samtal of changes in a manager's mailbox: subscribed to when a talk is booked there, renewed in time, made anew when it is
 * gone. That it cannot be (an address Graph does not reach, no permission) leaves Samtal with its own looks, and stops nothing.
 */
import { randomBytes } from 'node:crypto';
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { notificationPath } from './contract.ts';
import { isOver, nextNight, renewalDue, subscriptionMs, tryAgainMs } from './rules/watching.ts';
import { addMailbox, saveMailbox, type MailboxRecord } from './store.ts';

/** Called before a talk is told to be booked, so that none is booked in a calendar nobody looks into. */
export async function watchMailbox({ db, clock }: Platform, tenantId: string, personId: string): Promise<void> {
  const now = clock.now();
  await addMailbox(db, tenantId, personId, now, nextNight(now, personId));
}

/** One look at the subscription, as part of a visit. */
export async function keepSubscription(platform: Platform, mailbox: MailboxRecord): Promise<void> {
  const { db, clock, log } = platform;
  const now = clock.now();
  if (mailbox.askAfter && mailbox.askAfter > now) return;
  try {
    await renewOrCreate(platform, mailbox, now);
  } catch (error) {
    if (!(error instanceof GraphRefused || error instanceof MicrosoftUnavailable)) throw error;
    // A lost answer leaves askedAt behind: before the next try it is looked what there is.
    const waitMs = error instanceof GraphRefused ? tryAgainMs : 60_000;
    const code = error instanceof GraphRefused ? error.code : error.message;
    log.warn({ mailbox: mailbox.personId, code, waitMs }, 'Microsoft 365 does not tell of changes in a calendar');
    await saveMailbox(db, mailbox, { askAfter: new Date(now.getTime() + waitMs) });
  }
}

async function renewOrCreate({ db, graph, config }: Platform, mailbox: MailboxRecord, now: Date): Promise<void> {
  const { tenantId, personId, subscriptionId, expiresAt } = mailbox;
  const end = new Date(now.getTime() + subscriptionMs);
  if (subscriptionId && expiresAt && !isOver(expiresAt, now)) {
    if (!renewalDue(expiresAt, now) && !mailbox.renewDue) return;
    const renewed = await graph.renewSubscription(tenantId, subscriptionId, end);
    if (renewed) return void (await saveMailbox(db, mailbox, { expiresAt: renewed.expiresAt, renewDue: false, askAfter: null }));
  }
  const url = `${config.publicUrl}${notificationPath}`;
  if (mailbox.askedAt) {
    for (const id of await graph.listSubscriptions(tenantId, personId, url)) await graph.deleteSubscription(tenantId, id);
  }
  const clientState = randomBytes(48).toString('base64url');
  if (!(await saveMailbox(db, mailbox, { askedAt: now, clientState, subscriptionId: null }))) return;
  const made = await graph.createSubscription(tenantId, { personId, url, clientState, expiresAt: end });
  const facts = { subscriptionId: made.id, expiresAt: made.expiresAt, askedAt: null, askAfter: null, renewDue: false };
  // Another worker that has taken over meanwhile asked too: one subscription is enough.
  if (!(await saveMailbox(db, mailbox, facts))) await graph.deleteSubscription(tenantId, made.id);
}
