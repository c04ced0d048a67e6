/**
 * The limits of Microsoft Graph, as numbers: over how long, how much, counted how, per what. From "throttling-limits" and the pages of single
 * services. How they are kept is in throttle.ts.
 */
import type { LimitName } from '../core/limits.ts';
import type { World } from '../core/world.ts';
import type { Area, Call } from './call.ts';

/** A call as the limits look at it. `mailbox`: id of the person whose mailbox it enters. */
export type Use = { call: Call; template: string; area: Area; mailbox: string | null };

export type Rule = {
  limit: LimitName;
  seconds: number;
  most(world: World, use: Use): number;
  per: 'mailbox' | 'tenant' | 'app';
  /** What the call costs; 0: the limit is not about it. */
  cost(use: Use): number;
};

const megabyte = 2 ** 20;
const is = ({ call, template }: Use, pattern: RegExp): number => (pattern.test(`${call.method} ${template}`) ? 1 : 0);
const bytes = (body: unknown): number => (body === undefined ? 0 : Buffer.byteLength(JSON.stringify(body)));

export const rules: Rule[] = [
  { limit: 'mailboxRequests', seconds: 600, most: () => 10_000, per: 'mailbox', cost: ({ area }) => (area === 'outlook' ? 1 : 0) },
  {
    limit: 'mailboxUpload',
    seconds: 300,
    most: () => 150 * megabyte,
    per: 'mailbox',
    cost: ({ area, call }) => (area === 'outlook' && call.method !== 'GET' ? bytes(call.body) : 0),
  },
  { limit: 'activity', seconds: 1, most: () => 5, per: 'tenant', cost: (use) => is(use, /\/sendActivityNotification$/) },
  { limit: 'activityToMany', seconds: 1, most: () => 2, per: 'tenant', cost: (use) => is(use, /\/sendActivityNotificationToRecipients$/) },
  { limit: 'installations', seconds: 1, most: () => 30, per: 'tenant', cost: (use) => is(use, /^(GET|POST) .*\/installedApps$/) },
  { limit: 'removals', seconds: 1, most: () => 15, per: 'tenant', cost: (use) => is(use, /^DELETE .*\/installedApps\/[^/]+$/) },
  { limit: 'tabs', seconds: 1, most: () => 30, per: 'tenant', cost: (use) => is(use, /^(GET|POST) .*\/tabs$/) },
  { limit: 'identity', seconds: 10, most: unitsOfTenant, per: 'tenant', cost: resourceUnits },
  {
    limit: 'subscriptions',
    seconds: 20,
    most: () => 1000,
    per: 'tenant',
    cost: (use) => is(use, /^(POST|PATCH|DELETE) \/subscriptions\b/),
  },
  { limit: 'everything', seconds: 10, most: () => 130_000, per: 'app', cost: () => 1 },
];

/** Sent messages of one mailbox, invitations and cancellations among them. */
export const messageRule = { limit: 'mailboxMessages', seconds: 60, most: 30 } as const;

/** Requests that an app may have under way in Outlook at a time. */
export const concurrencyRule = { limit: 'mailboxConcurrency', most: 4 } as const;

function unitsOfTenant(world: World, { call }: Use): number {
  const people = world.users.count('tenant', call.caller.tenantId);
  return people < 50 ? 3500 : people <= 500 ? 5000 : 8000;
}

/** A list costs more than one person; choosing properties makes it cheaper, expanding dearer. */
export function resourceUnits({ area, template, call }: Use): number {
  if (area !== 'directory' || !/^\/users\b/.test(template) || template.includes('/photo')) return 0;
  const isList = /^\/users(\/delta)?$|\/(directReports|memberOf)$/.test(template);
  const top = Number(call.query.get('$top') ?? Number.NaN);
  const cost = (isList ? 2 : 1) - (call.query.has('$select') ? 1 : 0) + (call.query.has('$expand') ? 1 : 0) - (top < 20 ? 1 : 0);
  return Math.max(1, cost);
}
