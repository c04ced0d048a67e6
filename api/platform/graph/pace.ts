/**
 * How fast Samtal may ask Outlook: pure decisions on plain facts, per mailbox and for the whole app. Microsoft's pages say two things of the four
 * requests at a time, per mailbox and over all mailboxes; what is decided here is right under both. Knows neither clock nor calls.
 */

/** "4 concurrent requests" (Microsoft Graph, throttling limits, Outlook): kept per mailbox, and where the whole app begins. */
export const atOncePerMailbox = 4;
/** Exchange lets a mailbox send 30 messages a minute, invitations among them; one is left to its owner. */
export const messagesPerMinute = 29;
const minuteMs = 60_000;

/** The whole app is never let grow beyond this: sockets and memory of this process, not a limit of Microsoft's. */
const mostAtOnce = 64;
/**
 * From this share of refusals among the newest answers on it is the app that asks too much, not one mailbox. At least twenty answers are looked at,
 * and two for each call that may be under way: refusals come faster than good answers, so those of one round arrive together.
 */
const tooManyRefused = 0.2;
const lookedAt = (most: number): number => Math.max(20, 2 * most);
const firstHoldMs = 60_000;
const longestHoldMs = 960_000;

/** `answered`: when each message of the last minute was answered, oldest first. `openAt`: nothing may be asked before (Retry-After). */
export type MailboxPace = { underWay: number; messagesUnderWay: number; answered: number[]; openAt: number };

/**
 * `most`: requests under way at a time, now. `recent`: the newest answers, true where it was refused as too much. `good`: answers in a row that
 * were not. `failedAt`: where growing failed last; it is tried again at `growAt`, and `holdMs` is how long the next wait is.
 */
export type AppPace = {
  most: number;
  recent: boolean[];
  good: number;
  failedAt: number | null;
  hasFailed: boolean;
  growAt: number;
  holdMs: number;
  openAt: number;
};

/** One instance's part of what a mailbox allows. */
export type Share = { atOnce: number; messages: number };
/** The part of one of so many instances, which together keep to the whole; with more instances than places, each has one. */
export function shareOf(instances: number): Share {
  const part = (whole: number): number => Math.max(1, Math.floor(whole / Math.max(1, instances)));
  return { atOnce: part(atOncePerMailbox), messages: part(messagesPerMinute) };
}
const whole = shareOf(1);

/** A mailbox that was not asked yet. */
export const newMailbox = (): MailboxPace => ({ underWay: 0, messagesUnderWay: 0, answered: [], openAt: 0 });
/** An app that begins with what is right under both readings. */
export const newApp = (): AppPace => ({
  most: atOncePerMailbox,
  recent: [],
  good: 0,
  failedAt: null,
  hasFailed: false,
  growAt: 0,
  holdMs: firstHoldMs,
  openAt: 0,
});

/**
 * When a call may enter this mailbox: an instant in milliseconds, in the past or now when it may at once; null when one that is under way has to
 * end first. A message counts from its sending until a minute after its answer, so that it never meets an earlier one in Exchange's own minute.
 */
export function mailboxOpensAt(
  { underWay, messagesUnderWay, answered, openAt }: MailboxPace,
  isMessage: boolean,
  share = whole,
): number | null {
  if (underWay >= share.atOnce) return null;
  if (!isMessage) return openAt;
  const over = answered.length + messagesUnderWay - share.messages;
  if (over < 0) return openAt;
  const oldest = answered[over];
  return oldest === undefined ? null : Math.max(openAt, oldest + minuteMs);
}

/** How many messages this mailbox could send one after another now. */
export function messagesOpen({ messagesUnderWay, answered, openAt }: MailboxPace, now: number, share = whole): number {
  if (openAt > now) return 0;
  return Math.max(0, share.messages - messagesUnderWay - answered.filter((at) => at > now - minuteMs).length);
}

/** The mailbox with one more call under way. */
export const entered = (before: MailboxPace, isMessage: boolean): MailboxPace => ({
  ...before,
  underWay: before.underWay + 1,
  messagesUnderWay: before.messagesUnderWay + (isMessage ? 1 : 0),
});

/** The mailbox when one of its calls has been answered now. `opens`: when it may be asked again; 0: at once. */
export const left = (before: MailboxPace, isMessage: boolean, opens: number, now: number): MailboxPace => ({
  underWay: before.underWay - 1,
  messagesUnderWay: before.messagesUnderWay - (isMessage ? 1 : 0),
  answered: [...before.answered.filter((at) => at > now - minuteMs), ...(isMessage ? [now] : [])],
  openAt: Math.max(before.openAt, opens),
});

/** `refused`: with 429. `inUse`: as many were under way as might be, so that the answer says something about that number. */
export type Answered = { refused: boolean; inUse: boolean };

/**
 * The app's pace after one more answer: one more at a time for each good answer until growing has failed once, from then on for as many good
 * answers in a row as may be under way; half as many when too many of the newest answers are refusals. A single refusal concerns its mailbox:
 * that one waits, the app does not. Where growing failed it is tried again after a minute, then two, and so on, so that a limit of four over all
 * mailboxes is met by a handful of refusals an hour.
 */
export function afterAnswer(app: AppPace, { refused, inUse }: Answered, now: number): AppPace {
  const recent = [...app.recent, refused].slice(-lookedAt(app.most));
  if (refused && recent.filter(Boolean).length >= tooManyRefused * lookedAt(app.most)) return shrunk(app, now);
  if (refused) return { ...app, recent, good: 0 };
  const good = inUse ? app.good + 1 : app.good;
  const isHeld = app.most >= atOncePerMailbox && now < app.growAt;
  const needed = app.hasFailed ? app.most : 1;
  if (good < needed || isHeld || app.most >= mostAtOnce) return { ...app, recent, good };
  const most = app.most + 1;
  // Beyond the number that failed once: that was not the limit.
  const isPast = app.failedAt !== null && most > app.failedAt;
  return { ...app, recent, good: 0, most, ...(isPast ? { failedAt: null, holdMs: firstHoldMs } : {}) };
}

/** The app's pace when it has another part than before: as much less at a time; more is found out by good answers. */
export const withShare = (app: AppPace, before: Share, after: Share): AppPace =>
  after.atOnce < before.atOnce ? { ...app, most: Math.max(after.atOnce, Math.floor((app.most * after.atOnce) / before.atOnce)) } : app;

function shrunk(app: AppPace, now: number): AppPace {
  const half = Math.max(1, Math.floor(app.most / 2));
  // Four at a time are allowed under either reading: below that only when four are too many as well.
  const most = app.most > atOncePerMailbox ? Math.max(atOncePerMailbox, half) : half;
  return {
    ...app,
    most,
    recent: [],
    good: 0,
    failedAt: app.most,
    hasFailed: true,
    growAt: now + app.holdMs,
    holdMs: Math.min(longestHoldMs, app.holdMs * 2),
  };
}

/** What asks the caller to wait. `scope`: the header x-ms-throttle-scope, which names what the limit is counted for. */
export type Wait = { retryAfterSeconds: number; scope: string | null };

/** Whether the answer concerns the app in all mailboxes and not only the one that was asked. */
export const concernsApp = ({ scope }: Wait): boolean => scope !== null && /^(Tenant_)?Application(\/|_|$)/i.test(scope);

/** At which instant to ask again: never before the time that was named, and by chance up to half a second later, so that not all come at once. */
export const opensAfter = ({ retryAfterSeconds }: Wait, now: number, chance: number): number =>
  now + retryAfterSeconds * 1000 + Math.floor(chance * 500);
