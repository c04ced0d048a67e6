import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { kindsOfZones } from '#test/given/zones.ts';
import { usualChoices } from '../choices/rules.ts';
import { subjects, type Choices } from '../choices/contract.ts';
import { isOpen, type Hours } from './hours.ts';
import { agreementOf, dueSlots, lookNext, slotsOf, type Slot, type SlotFacts, type Whose } from './slots.ts';

const at = (iso: string): Date => new Date(iso);
const zone = 'Europe/Stockholm';
/** A talk on Thursday at ten, booked a month before. */
const talk: SlotFacts = {
  talkId: 't1',
  employeeId: 'anna',
  managerId: 'bo',
  start: at('2026-12-03T09:00:00Z'),
  prepareBy: at('2026-12-02T09:00:00Z'),
  knownSince: at('2026-11-02T09:00:00Z'),
  releasedAt: { employee: null, manager: null },
  startedAt: null,
  finishedAt: null,
  signingMayBeOff: false,
  signedBy: [],
  anySignature: false,
  attention: null,
  agreements: [],
  checkIn: null,
};
const usual = (): Whose => ({ timeZone: zone, choices: usualChoices });
const wanting = (part: Partial<Choices>) => (): Whose => ({ timeZone: zone, choices: { ...usualChoices, ...part } });
/** What a person is told and when, as they see it. */
const told = (facts: SlotFacts, who: string, of: (id: string) => Whose | null = usual): string[] =>
  slotsOf(facts, of)
    .filter(({ recipientId }) => recipientId === who)
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ kind, at: when }) => `${DateTime.fromJSDate(when, { zone }).toFormat('MM-dd HH:mm')} ${kind}`);

const done = at('2026-12-03T10:00:00Z');
const held = { ...talk, startedAt: at('2026-12-03T09:00:00Z'), finishedAt: done };

describe('which reminders there are', () => {
  it('before the talk, for the employee: a week, two days, the morning; the talk tomorrow and in a quarter of an hour', () => {
    expect(told(talk, 'anna')).toEqual([
      '11-25 07:30 preparation-soon',
      '11-30 07:30 preparation-due',
      '12-02 07:30 talk-tomorrow',
      '12-02 07:30 preparation-due',
      '12-03 09:45 talk-now',
    ]);
  });

  it('before a Monday, that the talk is near on the day itself: nobody is told on a Sunday', () => {
    const monday = { ...talk, start: at('2026-12-07T09:00:00Z'), prepareBy: at('2026-12-04T09:00:00Z') };
    expect(told(monday, 'bo')).toContain('12-07 07:30 talk-tomorrow');
  });

  it('for the manager, who has many talks, one of the preparation', () => {
    expect(told(talk, 'bo')).toEqual(['11-30 07:30 preparation-due', '12-02 07:30 talk-tomorrow', '12-03 09:45 talk-now']);
  });

  it.each<[string, SlotFacts, string[]]>([
    ['released', { ...talk, releasedAt: { employee: done, manager: null } }, ['12-02 07:30 talk-tomorrow', '12-03 09:45 talk-now']],
    ['booked the day before', { ...talk, knownSince: at('2026-12-02T08:00:00Z') }, ['12-03 09:45 talk-now']],
    ['started', { ...talk, startedAt: done }, []],
    ['without a time', { ...talk, start: null, prepareBy: null }, []],
    ['not booked', { ...talk, knownSince: null }, []],
  ])('a talk that is %s', (_what, facts, expected) => expect(told(facts, 'anna')).toEqual(expected));

  it('that the other is prepared, once, in the hours', () => {
    const released = { employee: null, manager: at('2026-11-27T19:00:00Z') };
    expect(told({ ...talk, releasedAt: released }, 'anna')).toContain('11-30 07:30 other-released');
    expect(told({ ...talk, releasedAt: released }, 'bo')).toEqual(['12-02 07:30 talk-tomorrow', '12-03 09:45 talk-now']);
  });

  it('a talk before the hours begin is not announced in the night', () => {
    const early = { ...talk, start: at('2026-12-03T06:40:00Z'), prepareBy: at('2026-12-02T06:40:00Z') };
    expect(told(early, 'anna').filter((line) => line.includes('talk-now'))).toEqual([]);
  });

  it('a signature after three days, then weekly, and only of who has not signed', () => {
    const lines = told({ ...held, signedBy: ['bo'] }, 'anna');
    // The talk was held on a Thursday: what would come on Sundays comes on Mondays.
    expect(lines.slice(0, 4)).toEqual([
      '12-07 07:30 signature-due',
      '12-14 07:30 signature-due',
      '12-21 07:30 signature-due',
      '12-28 07:30 signature-due',
    ]);
    expect(lines).toHaveLength(7);
    expect(told({ ...held, signedBy: ['bo'] }, 'bo')).toEqual([]);
    expect(told(held, 'anna', wanting({ off: ['signing'] }))[0]).toBe('12-14 07:30 signature-due');
    const mayBeOff = { ...held, signingMayBeOff: true };
    expect(told(mayBeOff, 'anna', wanting({ off: ['signing'] }))).toEqual([]);
    expect(told(mayBeOff, 'anna')).toHaveLength(7);
  });

  it('an agreement, of its owner, a week before its day and on it', () => {
    const signed = {
      ...held,
      signedBy: ['anna', 'bo'],
      agreements: [{ agreementId: 'a1', ownerId: 'bo', due: '2027-02-10', waits: true }],
    };
    expect(told(signed, 'bo')).toEqual(['02-03 07:30 agreement-due', '02-10 07:30 agreement-due']);
    expect(told(signed, 'anna')).toEqual([]);
  });

  it('a check-in, of both, two days before its day and on it, however far round the earth', () => {
    const signed = { ...held, signedBy: ['anna', 'bo'], anySignature: true, checkIn: '2027-02-10' };
    for (const who of ['anna', 'bo']) expect(told(signed, who)).toEqual(['02-08 07:30 check-in-due', '02-10 07:30 check-in-due']);
    const far = (): Whose => ({ timeZone: 'Pacific/Kiritimati', choices: usualChoices });
    expect(told(signed, 'anna', far)).toEqual(['02-07 18:30 check-in-due', '02-09 18:30 check-in-due']);
    expect(told({ ...signed, checkIn: '2026-12-04' }, 'anna')).toEqual(['12-04 07:30 check-in-due']);
    expect(told({ ...signed, finishedAt: null }, 'anna')).toEqual([]);
    expect(told(signed, 'anna', wanting({ off: ['agreements'] }))).toEqual([]);
  });

  it('a check-in of a talk that nobody has signed, of nobody; one signature is enough, also a late one', () => {
    const unsigned = { ...held, checkIn: '2027-02-10' };
    const ofCheckIn = (facts: SlotFacts): string[] => told(facts, 'anna').filter((line) => line.includes('check-in'));
    expect(ofCheckIn(unsigned)).toEqual([]);
    expect(ofCheckIn({ ...unsigned, signedBy: ['bo'], anySignature: true })).toHaveLength(2);
    // Reminders of the signature have ended by then: it is looked at daily until the check-in is past its use, and then no more.
    const next = (now: Date): Date | null => lookNext(unsigned, slotsOf(unsigned, usual), now);
    expect(next(at('2027-02-01T08:00:00Z'))).toEqual(at('2027-02-02T08:00:00Z'));
    expect(next(at('2027-02-17T08:00:00Z'))).toEqual(at('2027-02-18T08:00:00Z'));
    expect(next(at('2027-02-18T12:00:00Z'))).toBeNull();
    expect(lookNext({ ...unsigned, checkIn: null }, [], at('2027-02-01T08:00:00Z'))).toBeNull();
  });

  it('a talk is looked at, once a day, for as long as an agreement of it may yet be due, however late it is signed', () => {
    const agreements = [{ agreementId: 'a1', ownerId: 'bo', due: '2027-04-20', waits: false }];
    // Not signed; signed, and said to be done; signed, and reminders of agreements turned off.
    const waiting = agreements.map((one) => ({ ...one, waits: true }));
    const cases: [SlotFacts, (id: string) => Whose | null][] = [
      [{ ...held, agreements }, usual],
      [{ ...held, agreements, signedBy: ['anna', 'bo'], anySignature: true }, usual],
      [{ ...held, agreements: waiting, signedBy: ['anna', 'bo'], anySignature: true }, wanting({ off: ['agreements'] })],
    ];
    for (const [facts, of] of cases) {
      const next = (now: Date): Date | null => lookNext(facts, slotsOf(facts, of), now);
      expect(told(facts, 'bo', of).join()).not.toContain('agreement');
      expect(next(at('2027-03-01T08:00:00Z'))).toEqual(at('2027-03-02T08:00:00Z'));
      expect(next(at('2027-04-28T08:00:00Z'))).toEqual(at('2027-04-29T08:00:00Z'));
      expect(next(at('2027-04-28T12:00:00Z'))).toBeNull();
    }
  });

  it('what the calendar asks, of the manager', () => {
    const asked = { ...talk, attention: { since: at('2026-11-25T10:00:00Z'), mark: 'deleted-1' } };
    expect(told(asked, 'bo').filter((line) => line.includes('attention'))).toEqual([
      '11-25 11:00 needs-attention',
      '11-30 07:30 needs-attention',
    ]);
    expect(told(asked, 'anna').join()).not.toContain('attention');
  });

  it('nothing for who is gone, and nothing of what a person has turned off', () => {
    expect(told(talk, 'anna', () => null)).toEqual([]);
    expect(told(talk, 'anna', wanting({ off: [...subjects] }))).toEqual([]);
    expect(told(talk, 'anna', wanting({ off: ['preparing'] }))).toEqual(['12-02 07:30 talk-tomorrow', '12-03 09:45 talk-now']);
  });
});

describe('keys', () => {
  it('are the same however often they are made, and another for another time', () => {
    const keys = (facts: SlotFacts): string[] => slotsOf(facts, usual).map(({ key }) => key);
    expect(keys(talk)).toEqual(keys({ ...talk, knownSince: at('2026-11-03T09:00:00Z') }));
    expect(new Set(keys(talk)).size).toBe(keys(talk).length);
    const moved = keys({ ...talk, start: at('2026-12-04T09:00:00Z'), prepareBy: at('2026-12-03T09:00:00Z') });
    expect(keys(talk).filter((key) => moved.includes(key))).toEqual([]);
  });
});

const zones = ['Europe/Stockholm', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Casablanca'];
const wish = fc.record({
  first: fc.constant('usual' as const),
  off: fc.subarray([...subjects]),
  from: fc.integer({ min: 0, max: 80 }).map((quarter) => quarter * 15),
  to: fc.constant(1440),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  newsWaits: fc.boolean(),
});
const anyTalk = fc
  .record({
    start: fc.date({ min: at('2026-02-01T00:00:00Z'), max: at('2036-11-01T00:00:00Z'), noInvalidDate: true }),
    finished: fc.boolean(),
    signed: fc.boolean(),
    checkInDays: fc.option(fc.integer({ min: 1, max: 60 })),
  })
  .map(({ start, finished, signed, checkInDays }): SlotFacts => ({
    ...talk,
    start,
    prepareBy: new Date(start.getTime() - 86_400_000),
    knownSince: new Date(start.getTime() - 40 * 86_400_000),
    signedBy: finished && signed ? ['anna', 'bo'] : [],
    anySignature: finished && signed,
    checkIn: checkInDays === null ? null : new Date(start.getTime() + checkInDays * 86_400_000).toISOString().slice(0, 10),
    ...(finished ? { startedAt: start, finishedAt: new Date(start.getTime() + 3_600_000) } : {}),
  }));

const expectInHours = (slots: Slot[], hours: Hours): void => {
  for (const slot of slots) {
    expect(isOpen(slot.at, hours)).toBe(true);
    expect(slot.at < slot.until).toBe(true);
  }
};

/** The clock looks only when it was told to, and finds everything that there is, each at its instant. */
function expectEachOnce(facts: SlotFacts, slots: Slot[]): void {
  const seen = new Map<string, Date>();
  let now: Date | null = facts.knownSince;
  for (let looks = 0; now && looks < 1200; looks += 1) {
    for (const { key, at: wanted } of dueSlots(slots, now))
      if (!seen.has(key)) seen.set(key, new Date(Math.max(wanted.getTime(), now.getTime())));
    now = lookNext(facts, slots, now);
    if (now && now.getTime() > (facts.start?.getTime() ?? 0) + 80 * 86_400_000) break;
  }
  expect([...seen].sort()).toEqual(slots.map(({ key, at: wanted }) => [key, wanted]).sort());
}

describe('whatever people want', () => {
  it('nothing comes in quiet hours or after it is of use, and looking when told to look finds each once', () => {
    fc.assert(
      fc.property(anyTalk, wish, fc.constantFrom(...zones), (facts, choices, timeZone) => {
        const of = (): Whose => ({ timeZone, choices });
        const slots = slotsOf(facts, of);
        expectInHours(slots, { ...choices, timeZone });
        expectEachOnce(facts, slots);
      }),
      { numRuns: 25 },
    );
  });
});

describe('in every time zone, around a change of the clocks', () => {
  it('nothing comes in quiet hours, and each is found once: in the hour that is skipped and in the one that comes twice as well', () => {
    const aside = fc.integer({ min: -4 * 1440, max: 4 * 1440 });
    for (const { timeZone, changes } of kindsOfZones()) {
      const around = fc.property(fc.nat(), aside, wish, anyTalk, fc.nat(3), (change, asideMinutes, choices, facts, dice) => {
        // In a zone whose clocks never change, any day.
        const middle = changes[change % Math.max(1, changes.length)] ?? facts.start?.getTime() ?? 0;
        const near = shifted(facts, new Date(middle + asideMinutes * 60_000));
        const slots = slotsOf(near, () => ({ timeZone, choices }));
        expect(new Set(slots.map(({ key }) => key)).size).toBe(slots.length);
        expectInHours(slots, { ...choices, timeZone });
        // The slowest of it: for one zone in four, others each time.
        if (dice === 0) expectEachOnce(near, slots);
      });
      fc.assert(around, { numRuns: 1 });
    }
  });
});

/** The same talk at another time. */
function shifted(facts: SlotFacts, start: Date): SlotFacts {
  const by = start.getTime() - (facts.start?.getTime() ?? 0);
  const later = (at: Date | null): Date | null => at && new Date(at.getTime() + by);
  const { prepareBy, knownSince, startedAt, finishedAt, checkIn } = facts;
  return {
    ...facts,
    ...{ start, prepareBy: later(prepareBy), knownSince: later(knownSince), startedAt: later(startedAt), finishedAt: later(finishedAt) },
    checkIn: checkIn && (later(new Date(checkIn))?.toISOString().slice(0, 10) ?? null),
  };
}

describe('which agreement a reminder is about', () => {
  it('is told by its key, for reminders of agreements only', () => {
    const facts = {
      ...held,
      signedBy: ['anna', 'bo'],
      agreements: [{ agreementId: 'a1', ownerId: 'anna', due: '2027-01-15', waits: true }],
    };
    const about = slotsOf(facts, usual).map((slot) => [slot.kind, agreementOf(slot)]);
    expect(about).toEqual([
      ['agreement-due', { agreementId: 'a1' }],
      ['agreement-due', { agreementId: 'a1' }],
    ]);
    expect(slotsOf(talk, usual).every((slot) => agreementOf(slot).agreementId === undefined)).toBe(true);
  });
});
