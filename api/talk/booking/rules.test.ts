import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookingFor } from './plan-booking.ts';
import {
  bookingIdOf,
  eventStep,
  eventWords,
  isByHand,
  isTaken,
  lookAgainMinutes,
  mailboxesPerRead,
  nextWave,
  plainWords,
  refusedWaitMs,
  spanOf,
  type Waiting,
} from './rules.ts';

const at = (time: string): Date => new Date(`2026-05-04T${time}Z`);
const start = at('09:00:00');
const links = { app: 'https://teams.example/?a=1&b=2', web: 'https://samtal.example/talks/t1' };

describe('after a refusal', () => {
  it('waits longer each time, up to four hours', () => {
    expect([1, 2, 3, 8, 9, 40].map((times) => refusedWaitMs(times) / 60_000)).toEqual([1, 2, 4, 128, 240, 240]);
  });
});

describe('the ids of a booking', () => {
  it('are the same for the same tenant, talk and version, and no others', () => {
    const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
    const one = fc.tuple(id, id, fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(bookingFor(...a)).toEqual(bookingFor(...a));
        expect(bookingFor(...a).transactionId === bookingFor(...b).transactionId).toBe(a.join() === b.join());
        expect(bookingIdOf(a[1], a[2]) === bookingIdOf(b[1], b[2])).toBe(a[1] === b[1] && a[2] === b[2]);
      }),
    );
  });

  it('are a version 5 UUID, with nothing asked for yet', () => {
    const { transactionId, ...rest } = bookingFor('tenant', 'talk', 1);
    expect(transactionId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(rest).toEqual({ version: 1, askedAt: null, eventId: null, iCalUId: null, joinUrl: null, chatId: null, bookedAt: null });
  });

  it('stay the ones that talks booked so far were given', () => {
    expect(bookingFor('tenant', 'talk', 1).transactionId).toBe('4084e811-d204-519e-90e1-6c3ce985f702');
  });
});

describe('what the event says', () => {
  it.each([
    ['sv', 'Utvecklingssamtal'],
    ['en', 'Development talk'],
  ] as const)('%s: %s, the way in with Teams and the one without, and nothing about the person', (language, subject) => {
    const words = eventWords(language, links);
    expect(words.subject).toBe(subject);
    expect(words.html.match(/<a href="[^"]*">/g)).toEqual([
      '<a href="https://teams.example/?a=1&amp;b=2">',
      '<a href="https://samtal.example/talks/t1">',
    ]);
  });

  it('is called what the tenant calls it, with the same body', () => {
    expect(eventWords('sv', links, 'Avstämning')).toEqual({ ...eventWords('sv', links), subject: 'Avstämning' });
  });
});

describe('what is put into the calendar by hand', () => {
  it.each(['sv', 'en'] as const)('says the same as the event, in %s, with the links as they are', (language) => {
    const { subject, content } = plainWords(language, links);
    expect(subject).toBe(eventWords(language, links).subject);
    expect(content.split(/\s/).filter((word) => word.startsWith('https:'))).toEqual([links.app, links.web]);
    expect(plainWords(language, links, 'Avstämning').subject).toBe('Avstämning');
  });

  const open = { bookedAt: null, refused: { why: '403 ErrorAccessDenied' } };
  it.each([
    ['refused for want of permission', open, true],
    ['refused for something else', { ...open, refused: { why: '404 MailboxNotEnabledForRESTAPI' } }, false],
    ['not refused', { ...open, refused: null }, false],
    ['booked since', { ...open, bookedAt: start }, false],
    ['not to be booked', null, false],
  ])('%s', (_what, booking, byHand) => expect(isByHand(booking)).toBe(byHand));
});

describe('whether the time is taken', () => {
  it.each([
    ['nothing', [], false],
    ['something before', [['08:00', '09:00']], false],
    ['something after', [['10:00', '11:00']], false],
    ['the first minute', [['08:00', '09:01']], true],
    ['the last minute', [['09:59', '11:00']], true],
    ['something inside', [['09:15', '09:30']], true],
    ['all day', [['00:00', '23:59']], true],
    [
      'the second of two',
      [
        ['07:00', '08:00'],
        ['09:30', '09:45'],
      ],
      true,
    ],
  ])('%s', (_what, busy, taken) => {
    const times = busy.map(([from, to]) => ({ start: at(`${from}:00`), end: at(`${to}:00`) }));
    expect(isTaken(times, start, at('10:00:00'))).toBe(taken);
  });
});

describe('an event that was looked for and not found', () => {
  const now = at('07:00:00');
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
  const past = ago(1);
  it.each([
    ['never asked for, time free', null, false, start, 'create'],
    ['never asked for, time taken', null, true, start, 'release'],
    ['never asked for, time past', null, false, past, 'release'],
    ['never asked for, begins now', null, false, now, 'release'],
    ['asked for without an answer, time free: the same id makes no second one', ago(1), false, start, 'create'],
    ['asked for without an answer, time busy: it may be busy with the event itself', ago(1), true, start, 'look-again'],
    ['asked for just now, time past', ago(1), false, past, 'look-again'],
    ['asked for long ago, time taken', ago(lookAgainMinutes), true, start, 'release'],
    ['asked for long ago, time past', ago(lookAgainMinutes), false, past, 'release'],
    ['asked for long ago, time free', ago(24 * 60), false, start, 'create'],
  ])('%s', (_what, askedAt, taken, begins, step) => expect(eventStep({ askedAt, taken, start: begins }, now)).toBe(step));
});

describe('the next wave of bookings', () => {
  const day = 86_400_000;
  const waiting = (managerId: string, nth: number, later = 0): Waiting => {
    const from = new Date(start.getTime() + later * day);
    return { _id: `${managerId}-${nth}`, tenantId: 't', managerId, employeeId: `${managerId}-e${nth}`, start: from, end: from };
  };
  const group = (managerId: string, size: number): Waiting[] => Array.from({ length: size }, (_, nth) => waiting(managerId, nth));
  const all = (): number => 29;
  const managersOf = (wave: Waiting[]): string[] => [...new Set(wave.map(({ managerId }) => managerId))];

  it('takes first those of whoever has most left, up to what one reading covers', () => {
    const wave = nextWave([...group('a', 3), ...group('b', 30)].reverse(), all);
    expect([wave.length, managersOf(wave)]).toEqual([19, ['b']]);
  });

  it('also takes what became due last, so that nobody waits for a whole cycle', () => {
    const wave = nextWave([waiting('late', 0), ...group('b', 30)], all);
    expect(managersOf(wave)).toContain('late');
  });

  it('takes no more of a manager than the mailbox may send now', () => {
    const wave = nextWave([...group('a', 12), ...group('b', 4)], ({ managerId }) => (managerId === 'a' ? 2 : 29));
    expect(wave.filter(({ managerId }) => managerId === 'a')).toHaveLength(2);
    expect(wave).toHaveLength(6);
    expect(nextWave(group('a', 12), () => 0)).toEqual([]);
  });

  it('stays within one tenant and six weeks', () => {
    const other = { ...waiting('x', 0), tenantId: 'other' };
    const wave = nextWave([waiting('a', 0), other, waiting('a', 1, 41), waiting('a', 2, 43)], all);
    expect(wave.map(({ _id }) => _id)).toEqual(['a-0', 'a-1']);
  });

  it('never asks for more than twenty mailboxes, takes nobody twice, and leaves nothing out in the end', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, (managers) => {
        let due = managers.flatMap((size, at) => group(`m${at}`, size));
        const seen = new Set<string>();
        while (due.length > 0) {
          const wave = nextWave(due, all);
          const mailboxes = new Set(wave.flatMap(({ managerId, employeeId }) => [managerId, employeeId]));
          expect(wave.length).toBeGreaterThan(0);
          expect(mailboxes.size).toBeLessThanOrEqual(mailboxesPerRead);
          for (const { _id } of wave) expect(seen.has(_id)).toBe(false);
          for (const { _id } of wave) seen.add(_id);
          due = due.filter((talk) => !wave.includes(talk));
        }
      }),
    );
  });

  it('reads from the first start to the last end', () => {
    expect(spanOf([waiting('a', 0, 3), waiting('a', 1), waiting('a', 2, 5)])).toEqual([start, new Date(start.getTime() + 5 * day)]);
  });
});
