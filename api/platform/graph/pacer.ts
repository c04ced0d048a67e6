/**
 * Lets calls into Outlook's mailboxes one after another, as pace.ts decides: the facts, the queue and the timer. One per process; several
 * instances each keep to their part (share-limits.ts), and meet in Microsoft's answers. Sends nothing.
 */
import type { Timer } from '../clock/clock.ts';
import {
  afterAnswer,
  concernsApp,
  entered,
  left,
  mailboxOpensAt,
  messagesOpen,
  newApp,
  newMailbox,
  opensAfter,
  shareOf,
  withShare,
  type MailboxPace,
  type Wait,
} from './pace.ts';

/** `mailbox`: a name, the same for the same mailbox. `isMessage`: it sends an invitation, a change or a mail. */
export type Entry = { mailbox: string; isMessage: boolean };
/** Tells how the call was answered; `wait` when it asks to wait. */
export type Leave = (answer: { refused: boolean; wait: Wait | null }) => void;

export type Pacer = {
  /** Resolves when the call may be sent; or, without having let it in, with how long its mailbox stays closed, when that is longer than `longestWaitMs`. */
  enter(entry: Entry, longestWaitMs: number): Promise<{ leave: Leave } | { closedMs: number }>;
  /** How many messages this mailbox could send now or very soon: before they are sent calendars are read, and who comes too early waits here. */
  open(mailbox: string): number;
  /** Calls that may be under way at a time, now. */
  most(): number;
  /** So many instances ask the same mailboxes, this one included. */
  share(instances: number): void;
};

const soonMs = 2_000;

type Waiting = Entry & { longestWaitMs: number; answer(entered: { leave: Leave } | { closedMs: number }): void };

export function createPacer(clock: Timer, chance: () => number = Math.random): Pacer {
  const mailboxes = new Map<string, MailboxPace>();
  let app = newApp();
  let part = shareOf(1);
  let underWay = 0;
  let queue: Waiting[] = [];
  const now = (): number => clock.now().getTime();
  const mailboxOf = (name: string): MailboxPace => mailboxes.get(name) ?? newMailbox();

  const letIn = (one: Waiting): void => {
    mailboxes.set(one.mailbox, entered(mailboxOf(one.mailbox), one.isMessage));
    underWay += 1;
    one.answer({ leave: (answer) => letOut(one, answer) });
  };

  /** Called once for each call that was let in. */
  const letOut = ({ mailbox, isMessage }: Entry, { refused, wait }: Parameters<Leave>[0]): void => {
    const at = now();
    const opens = wait ? opensAfter(wait, at, chance()) : 0;
    mailboxes.set(mailbox, left(mailboxOf(mailbox), isMessage, opens, at));
    app = afterAnswer(app, { refused, inUse: underWay >= app.most }, at);
    if (wait && concernsApp(wait)) app = { ...app, openAt: Math.max(app.openAt, opens) };
    underWay -= 1;
    lookAgain();
  };

  /** Lets in whoever may enter, in the order they came; those whose mailbox is closed do not hold up the others. */
  const lookAgain = (): void => {
    const at = now();
    const staying: Waiting[] = [];
    let soonest = Number.POSITIVE_INFINITY;
    for (const one of queue) {
      const opens = mailboxOpensAt(mailboxOf(one.mailbox), one.isMessage, part);
      const opensAt = Math.max(opens ?? 0, app.openAt);
      if (opensAt - at > one.longestWaitMs) one.answer({ closedMs: opensAt - at });
      else if (opens !== null && opensAt <= at && underWay < app.most) letIn(one);
      else {
        staying.push(one);
        if (opensAt > at) soonest = Math.min(soonest, opensAt);
      }
    }
    queue = staying;
    ringAt(soonest);
  };

  const ringAt = createAlarm(clock, lookAgain);
  return {
    enter: (entry, longestWaitMs) =>
      new Promise((answer) => {
        queue.push({ ...entry, longestWaitMs, answer });
        lookAgain();
      }),
    open(mailbox) {
      const soon = now() + soonMs;
      return app.openAt > soon ? 0 : messagesOpen(mailboxOf(mailbox), soon, part);
    },
    most: () => app.most,
    share(instances) {
      const before = part;
      part = shareOf(instances);
      app = withShare(app, before, part);
      lookAgain();
    },
  };
}

/** Rings at the soonest instant that it was set to. */
function createAlarm(clock: Timer, ring: () => void): (at: number) => void {
  let set: { at: number; off: AbortController } | null = null;
  return (at) => {
    if (at === Number.POSITIVE_INFINITY || (set && set.at <= at)) return;
    set?.off.abort();
    const alarm = { at, off: new AbortController() };
    set = alarm;
    void clock.wait(at - clock.now().getTime(), alarm.off.signal).then(() => {
      if (set !== alarm) return;
      set = null;
      ring();
    });
  };
}
