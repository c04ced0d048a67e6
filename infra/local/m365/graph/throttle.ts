/**
 * How much Graph takes: refuses with 429 and the time to wait. Kept by the clock of this Microsoft 365 and in memory, as a restart forgets it
 * there too. Every try counts, the refused ones as well. The numbers are in throttle-rules.ts.
 */
import type { LimitName } from '../core/limits.ts';
import type { World } from '../core/world.ts';
import type { Area, Call } from './call.ts';
import { GraphRefusal } from './refusal.ts';
import { areaOf } from './permissions.ts';
import { findUser } from './tenant.ts';
import { concurrencyRule, messageRule, rules, type Rule, type Use } from './throttle-rules.ts';
import { openWindow, type Window } from './throttle-window.ts';

type Kept = { underWay: Map<string, number>; windows: Map<string, Window> };
const kept = new WeakMap<World, Kept>();
const keptOf = (world: World): Kept => {
  const known = kept.get(world) ?? { underWay: new Map<string, number>(), windows: new Map<string, Window>() };
  kept.set(world, known);
  return known;
};

/** `leave` is to be called when the call has been answered. `headers` belong into the answer. */
export type Entered = { leave(): void; headers: Record<string, string> };

/** Counts the call, and refuses it when that is too much. */
export function enter(world: World, call: Call, template: string): Entered {
  const area = areaOf(template);
  const mailbox = area === 'outlook' ? (findUser(world, call.caller, call.at.user ?? '')?.id ?? null) : null;
  const use: Use = { call, template, area, mailbox };
  const headers: Record<string, string> = {};
  let refusal: GraphRefusal | null = null;
  for (const rule of rules) {
    if (world.limits.off.includes(rule.limit)) continue;
    const cost = rule.cost(use);
    if (cost === 0 || (rule.per === 'mailbox' && mailbox === null)) continue;
    const most = rule.most(world, use);
    const { waitMs, used } = windowOf(world, rule.limit, keyOf(rule, use), rule.seconds).take(world.clock.now().getTime(), cost, most);
    if (rule.limit === 'identity') Object.assign(headers, unitHeaders(cost, used / most));
    if (waitMs > 0) refusal ??= tooMuch(area, rule.limit, waitMs, call);
  }
  if (refusal) throw refusal;
  return { leave: comeIn(world, use), headers };
}

const keyOf = ({ per }: Rule, { call: { caller }, mailbox }: Use): string =>
  per === 'app' ? caller.appId : per === 'tenant' ? `${caller.appId}/${caller.tenantId}` : `${caller.appId}/${mailbox ?? ''}`;

function windowOf(world: World, limit: LimitName, key: string, seconds: number): Window {
  const { windows } = keptOf(world);
  const name = `${limit} ${key}`;
  const window = windows.get(name) ?? openWindow(seconds * 1000);
  windows.set(name, window);
  return window;
}

function unitHeaders(cost: number, share: number): Record<string, string> {
  const shown: Record<string, string> = share >= 0.8 ? { 'x-ms-throttle-limit-percentage': Math.min(share, 1.8).toFixed(2) } : {};
  return { 'x-ms-resource-unit': String(cost), ...shown };
}

/** Requests under way in Outlook: four at a time, in one mailbox or over all, as the limit is read. */
function comeIn(world: World, { area, mailbox, call: { caller } }: Use): () => void {
  const { off, concurrencyPer } = world.limits;
  if (area !== 'outlook' || off.includes(concurrencyRule.limit)) return () => undefined;
  const { underWay } = keptOf(world);
  const key = concurrencyPer === 'app' ? caller.appId : `${caller.appId}/${mailbox ?? ''}`;
  const count = underWay.get(key) ?? 0;
  if (count >= concurrencyRule.most)
    throw new GraphRefusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', { 'Retry-After': '1' });
  underWay.set(key, count + 1);
  return () => void underWay.set(key, (underWay.get(key) ?? 1) - 1);
}

/** One more message leaves the person's mailbox through an app: a mail, an invitation, a cancellation, an answer to one. */
export function countMessage(world: World, userId: string): void {
  const { limit, seconds, most } = messageRule;
  if (world.limits.off.includes(limit)) return;
  const { waitMs } = windowOf(world, limit, userId, seconds).take(world.clock.now().getTime(), 1, most);
  if (waitMs > 0) throw tooMuch('outlook', limit, waitMs);
}

const words: Partial<Record<LimitName, string>> = {
  mailboxRequests: 'Application is over its MailboxRequests limit.',
  mailboxUpload: 'Application is over its MailboxUpload limit.',
  mailboxMessages: 'The mailbox has sent as many messages in this minute as it may.',
};

function tooMuch(area: Area, limit: LimitName, waitMs: number, call?: Call): GraphRefusal {
  const code = area === 'outlook' ? 'ApplicationThrottled' : 'TooManyRequests';
  const scope: Record<string, string> =
    limit === 'identity' && call
      ? {
          'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${call.caller.appId}/${call.caller.tenantId}`,
          'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
        }
      : {};
  const wait = String(Math.max(1, Math.ceil(waitMs / 1000)));
  return new GraphRefusal(429, code, words[limit] ?? 'Too many requests.', { 'Retry-After': wait, ...scope });
}
