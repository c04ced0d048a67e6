/**
 * Visits mailboxes on the clock: when Graph has hinted at a change, every quarter of an hour, and each night for a comparison of everything. Keeps
 * their subscriptions alive on the way, and gives up those without talks to come.
 */
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { compareTalks, type Comparison } from './compare-talks.ts';
import { followMs, keepIdleMs, lookEveryMs, mostWaits, nextNight, restMs, tryAgainMs } from './rules/watching.ts';
import {
  addComparison,
  claimVisit,
  dropMailbox,
  finishVisit,
  hasBookingsDue,
  listManagersWithTalks,
  putOffVisit,
  type MailboxRecord,
} from './store.ts';
import { keepSubscription, watchMailbox } from './watch-mailbox.ts';

/** One step of the clock. Answers false when no visit is due. */
export async function lookIntoNextMailbox(platform: Platform): Promise<boolean> {
  const { db, clock, log } = platform;
  const mailbox = await claimVisit(db, clock.now());
  if (!mailbox) return false;
  const { tenantId, personId } = mailbox;
  const { attempts } = mailbox.visitDue;
  const later = (ms: number): Date => new Date(clock.now().getTime() + ms);
  try {
    if (attempts <= mostWaits && (await hasBookingsDue(db, tenantId, personId))) await putOffVisit(db, mailbox, later(backOffMs(attempts)));
    else await visit(platform, mailbox);
  } catch (error) {
    if (!(error instanceof GraphRefused || error instanceof MicrosoftUnavailable)) throw error;
    const waitMs = error instanceof GraphRefused ? tryAgainMs : backOffMs(attempts, error.retryAfterSeconds);
    log.warn({ mailbox: personId, error: error.name, waitMs }, 'a calendar cannot be read');
    await putOffVisit(db, mailbox, later(waitMs));
  }
  return true;
}

async function visit(platform: Platform, mailbox: MailboxRecord): Promise<void> {
  const { db, clock } = platform;
  const begun = clock.now();
  const isNight = mailbox.compareAt <= begun;
  await keepSubscription(platform, mailbox);
  const compared = await compareTalks(platform, mailbox, isNight);
  tell(platform, mailbox, compared, isNight);
  if (compared.talks === 0 && begun.getTime() - mailbox.bookedAt.getTime() > keepIdleMs) return giveUp(platform, mailbox);
  const now = clock.now();
  if (compared.isOpen) return putOffVisit(db, mailbox, new Date(now.getTime() + backOffMs(mailbox.visitDue.attempts)));
  if (isNight) await addComparison(db, mailbox.tenantId, begun.toISOString().slice(0, 10), compared.talks, compared.found);
  const { deltaLink, span } = compared;
  const set = { deltaLink, span, ...(isNight ? { compareAt: nextNight(now, mailbox.personId) } : {}) };
  await finishVisit(db, mailbox, set, { next: new Date(now.getTime() + lookEveryMs), soon: new Date(now.getTime() + restMs) });
}

function tell({ log, wake }: Platform, { personId }: MailboxRecord, { found, talks }: Comparison, isNight: boolean): void {
  if (found.length === 0) return;
  log.info({ mailbox: personId, talks, found, isNight }, 'talks and calendar were brought into step');
  wake('book-talks', 'move-talks', 'change-rooms', 'cancel-events', 'collect-notices');
}

async function giveUp({ db, graph }: Platform, mailbox: MailboxRecord): Promise<void> {
  const { tenantId, subscriptionId } = mailbox;
  if ((await dropMailbox(db, mailbox)) && subscriptionId) await graph.deleteSubscription(tenantId, subscriptionId);
}

/** Every manager with talks to come is watched, whatever was lost between a booking and this; answers false: the next look is after the rest. */
export async function watchAllMailboxes(platform: Platform): Promise<boolean> {
  const { db, config, clock } = platform;
  const since = new Date(clock.now().getTime() - followMs);
  for (const tenantId of config.tenants)
    for (const personId of await listManagersWithTalks(db, tenantId, since)) await watchMailbox(platform, tenantId, personId);
  return false;
}
