import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
  type AppPace,
  type MailboxPace,
} from './pace.ts';

const minute = 60_000;
const times = <T>(count: number, before: T, change: (one: T) => T): T =>
  Array.from({ length: count }).reduce<T>((one) => change(one), before);
const good = (app: AppPace, now = 0): AppPace => afterAnswer(app, { refused: false, inUse: true }, now);
const refused = (app: AppPace, now = 0): AppPace => afterAnswer(app, { refused: true, inUse: true }, now);

describe('the pace in one mailbox', () => {
  it('lets four in at a time', () => {
    const three = times(3, newMailbox(), (one) => entered(one, false));
    expect(mailboxOpensAt(three, false)).toBe(0);
    expect(mailboxOpensAt(entered(three, false), false)).toBeNull();
    expect(mailboxOpensAt(left(entered(three, false), false, 0, 5), false)).toBe(0);
  });

  it('sends 29 messages a minute, counted from their answers, and lets reading through meanwhile', () => {
    const sent = Array.from({ length: 29 }, (_, at) => at).reduce((one, at) => left(entered(one, true), true, 0, at), newMailbox());
    expect(messagesOpen(sent, 100)).toBe(0);
    expect(mailboxOpensAt(sent, true)).toBe(minute);
    expect(mailboxOpensAt(sent, false)).toBe(0);
    expect(messagesOpen(sent, minute + 9)).toBe(10);
  });

  it('never has more than 29 messages in any minute, whatever comes when', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 3000 })), { maxLength: 150 });
    fc.assert(
      fc.property(gaps, (calls) => {
        let mailbox: MailboxPace = newMailbox();
        let now = 0;
        const sent: number[] = [];
        for (const [gap, takes] of calls) {
          now += gap;
          const opens = mailboxOpensAt(mailbox, true);
          if (opens === null || opens > now) continue;
          sent.push(now);
          now += takes;
          mailbox = left(entered(mailbox, true), true, 0, now);
        }
        for (const [at, first] of sent.entries()) {
          const next = sent[at + 29];
          if (next !== undefined) expect(next - first).toBeGreaterThanOrEqual(minute);
        }
      }),
    );
  });

  it('stays closed for exactly as long as it was asked to, and by chance a little longer', () => {
    const wait = { retryAfterSeconds: 7, scope: null };
    expect(opensAfter(wait, 1000, 0)).toBe(8000);
    expect(opensAfter(wait, 1000, 0.999)).toBeLessThan(8500);
    const closed = left(entered(newMailbox(), true), true, 8000, 1000);
    expect([mailboxOpensAt(closed, false), messagesOpen(closed, 7999), messagesOpen(closed, 8000)]).toEqual([8000, 0, 28]);
  });
});

describe('the pace of the app', () => {
  it('begins with four and grows with each good answer until that fails', () => {
    expect(newApp().most).toBe(4);
    expect(times(10, newApp(), good).most).toBe(14);
    expect(times(1000, newApp(), good).most).toBe(64);
  });

  it('does not grow on answers that came while fewer were under way', () => {
    expect(times(50, newApp(), (app) => afterAnswer(app, { refused: false, inUse: false }, 0)).most).toBe(4);
  });

  it('halves when a fifth of the newest answers are refusals, never below four for having tried more than four', () => {
    const grown = times(20, newApp(), good);
    expect([times(9, grown, refused).most, times(10, grown, refused).most]).toEqual([24, 12]);
    expect(times(4, good(newApp()), refused).most).toBe(4);
  });

  it('goes below four when four are too many as well, and comes back at once', () => {
    const slow = times(4, newApp(), refused);
    expect(slow.most).toBe(2);
    expect(times(5, slow, good).most).toBe(4);
  });

  it('is not misled by the few refusals of a large round that arrive together', () => {
    const grown = times(60, newApp(), good);
    expect(times(6, grown, refused).most).toBe(64);
  });

  it('takes a single refusal for one about its mailbox', () => {
    const grown = times(20, newApp(), good);
    expect(refused(times(19, refused(grown), good)).most).toBeGreaterThanOrEqual(grown.most);
  });

  it('tries again after a minute, then two, then four, where growing failed', () => {
    let app = times(4, good(newApp()), refused);
    for (const [from, hold] of [0, minute, 3 * minute].map((at, nth) => [at, minute * 2 ** nth] as const)) {
      expect(times(100, app, (one) => good(one, from + hold - 1)).most).toBe(4);
      app = good(
        times(100, app, (one) => good(one, from + hold - 1)),
        from + hold,
      );
      expect(app.most).toBe(5);
      app = times(4, app, (one) => refused(one, from + hold));
      expect(app.most).toBe(4);
    }
  });

  it('stays between one and its most, whatever is answered', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.nat(100_000)), { maxLength: 300 }), (answers) => {
        let now = 0;
        let app = newApp();
        for (const [isRefused, inUse, gap] of answers) app = afterAnswer(app, { refused: isRefused, inUse }, (now += gap));
        expect(app.most).toBeGreaterThanOrEqual(1);
        expect(app.most).toBeLessThanOrEqual(64);
      }),
    );
  });

  it.each([
    ['Tenant_Application/ReadWrite/a/b', true],
    ['Application_Mailbox', true],
    ['Mailbox/ReadWrite/a/b', false],
    [null, false],
  ])('knows whom %s concerns', (scope, is) => expect(concernsApp({ retryAfterSeconds: 1, scope })).toBe(is));
});
