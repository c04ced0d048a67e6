/**
 * Which of the limits on how much may be asked are kept, and how the one that is written in two ways is read. Somebody at the desk, or a test of
 * loads, turns single ones off; a restart turns all on again. What each limit is stands in graph/throttle-rules.ts.
 */

export const limitNames = [
  ...(['mailboxConcurrency', 'mailboxRequests', 'mailboxUpload', 'mailboxMessages', 'activity', 'activityToMany'] as const),
  ...(['installations', 'removals', 'tabs', 'identity', 'subscriptions', 'everything'] as const),
] as const;
export type LimitName = (typeof limitNames)[number];

/** Microsoft's pages say both: four requests at a time in one mailbox, and four at a time over all mailboxes. */
export type ConcurrencyReading = 'mailbox' | 'app';

export type Limits = { off: LimitName[]; concurrencyPer: ConcurrencyReading };

export const usualLimits = (): Limits => ({ off: [], concurrencyPer: 'mailbox' });
