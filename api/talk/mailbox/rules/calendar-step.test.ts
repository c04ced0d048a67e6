import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomMark, type Room } from '../../room/rules.ts';
import { calendarStep, canFollow, type BookedFacts, type EventFacts, type Step } from './calendar-step.ts';

const now = new Date('2027-02-01T08:00:00Z');
const at = (day: number, hour = 9): Date => new Date(Date.UTC(2027, 1, day, hour));
const mail = 'Anna@samtal.example';

const talk = (over: Partial<BookedFacts> = {}): BookedFacts => ({
  start: at(10),
  end: at(10, 10),
  eventId: 'e1',
  response: 'none',
  attention: null,
  settled: null,
  employeeMail: mail,
  window: { start: at(5, 0), end: at(26, 0) },
  ...over,
});
type Event = NonNullable<EventFacts>;
const event = (over: Partial<Event> = {}): Event => ({
  id: 'e1',
  iCalUId: 'i1',
  start: at(10),
  end: at(10, 10),
  isAllDay: false,
  isCancelled: false,
  isOrganizer: true,
  joinUrl: 'https://join.example',
  responses: new Map([['anna@samtal.example', 'none']]),
  ...over,
});
const says = (response: 'none' | 'accepted' | 'tentative' | 'declined', address = 'anna@samtal.example'): Partial<Event> => ({
  responses: new Map([[address, response]]),
});
const asked = (kind: NonNullable<BookedFacts['attention']>['kind'], mark: string) => ({ kind, mark, since: now });
const mark10 = at(10).toISOString();
const [big, small] = ['big', 'small'].map((name) => ({ address: `${name}@samtal.example`, name })) as [Room, Room];
const inBig: Partial<BookedFacts> = { room: big, roomWanted: true };
const bigAt10 = roomMark(at(10), big);
const roomSays = (response: string, { address, name } = big): Partial<Event> => ({ rooms: new Map([[address, { name, response }]]) });

describe('what the calendar says, and what follows', () => {
  it.each<[string, Partial<BookedFacts>, EventFacts, Step | null]>([
    ['the same', {}, event(), null],
    ['the same instant, written in another zone', {}, event({ start: new Date('2027-02-10T10:00:00+01:00') }), null],
    ['moved', {}, event({ start: at(12), end: at(12, 10) }), { time: { start: at(12), end: at(12, 10) }, found: ['moved'] }],
    ['made longer', {}, event({ end: at(10, 11) }), { time: { start: at(10), end: at(10, 11) }, found: ['moved'] }],
    ['gone', {}, null, { attention: asked('deleted', 'e1'), found: ['deleted'] }],
    ['cancelled', {}, event({ isCancelled: true }), { attention: asked('deleted', 'e1'), found: ['deleted'] }],
    ['gone, and asked already', { attention: asked('deleted', 'e1') }, null, null],
    ['gone, and kept without an entry', { eventId: null }, null, null],
    ['restored', { attention: asked('deleted', 'e1') }, event(), { attention: null, found: ['settled'] }],
    [
      'restored under another id',
      { attention: asked('deleted', 'e1') },
      event({ id: 'e2' }),
      { adopt: { eventId: 'e2', iCalUId: 'i1', joinUrl: 'https://join.example' }, attention: null, found: ['restored', 'settled'] },
    ],
    [
      'restored after it was kept without an entry',
      { eventId: null },
      event({ id: 'e2' }),
      { adopt: { eventId: 'e2', iCalUId: 'i1', joinUrl: 'https://join.example' }, found: ['restored'] },
    ],
    [
      'made by another organiser: its time counts, answers are not shown',
      { response: 'accepted' },
      event({ id: 'e2', iCalUId: 'i2', isOrganizer: false, start: at(12), end: at(12, 10), responses: new Map() }),
      {
        adopt: { eventId: 'e2', iCalUId: 'i2', joinUrl: 'https://join.example' },
        time: { start: at(12), end: at(12, 10) },
        found: ['restored', 'moved'],
      },
    ],
    ['accepted', {}, event(says('accepted')), { response: 'accepted', found: ['answered'] }],
    ['accepted, and known', { response: 'accepted' }, event(says('accepted')), null],
    ['perhaps', {}, event(says('tentative')), { response: 'tentative', found: ['answered'] }],
    [
      'declined',
      {},
      event(says('declined')),
      { response: 'declined', attention: asked('declined', mark10), found: ['answered', 'declined'] },
    ],
    [
      'declined from another address of the only guest',
      {},
      event(says('declined', 'anna.new@samtal.example')),
      { response: 'declined', attention: asked('declined', mark10), found: ['answered', 'declined'] },
    ],
    [
      'declined by somebody else who was invited too',
      {},
      event({
        responses: new Map([
          ['anna@samtal.example', 'none'],
          ['room@samtal.example', 'declined'],
        ]),
      }),
      null,
    ],
    ['declined, and kept anyway', { response: 'declined', settled: { kind: 'declined', mark: mark10 } }, event(says('declined')), null],
    [
      'declined, then accepted',
      { response: 'declined', attention: asked('declined', mark10) },
      event(says('accepted')),
      { response: 'accepted', attention: null, found: ['answered', 'settled'] },
    ],
    [
      'what was kept is over: the next decline is asked about',
      { response: 'declined', settled: { kind: 'declined', mark: mark10 } },
      event(says('none')),
      { response: 'none', forgetSettled: true, found: ['answered'] },
    ],
    [
      'moved into the past',
      {},
      event({ start: at(-5), end: at(-5, 10) }),
      { attention: asked('moved-away', at(-5).toISOString()), found: ['moved-away'] },
    ],
    [
      'over a whole day',
      {},
      event({ start: at(11, 0), end: at(12, 0), isAllDay: true }),
      { attention: asked('moved-away', at(11, 0).toISOString()), found: ['moved-away'] },
    ],
    [
      'moved out of the weeks of the cycle',
      {},
      event({ start: at(27), end: at(27, 10) }),
      {
        time: { start: at(27), end: at(27, 10) },
        attention: asked('outside-window', at(27).toISOString()),
        found: ['moved', 'outside-window'],
      },
    ],
    ['out of weeks that nobody knows', { window: null, start: at(27), end: at(27, 10) }, event({ start: at(27), end: at(27, 10) }), null],
    [
      'the employee is not invited any more',
      { response: 'accepted' },
      event({ responses: new Map() }),
      { response: 'none', attention: asked('not-invited', mark10), found: ['answered', 'not-invited'] },
    ],
    ['its room accepts', inBig, event(roomSays('accepted')), null],
    ['its room declines', inBig, event(roomSays('declined')), { attention: asked('no-room', bigAt10), found: ['no-room'] }],
    ['the room of a talk that need not have one declines', { ...inBig, roomWanted: false }, event(roomSays('declined')), null],
    [
      'the room declines, and so does the employee: one after the other',
      inBig,
      event({ ...roomSays('declined'), ...says('declined') }),
      { response: 'declined', attention: asked('declined', mark10), found: ['answered', 'declined'] },
    ],
    [
      'kept though the employee declined: then the room is asked about',
      { ...inBig, response: 'declined', settled: { kind: 'declined', mark: mark10 } },
      event({ ...roomSays('declined'), ...says('declined') }),
      { attention: asked('no-room', bigAt10), found: ['no-room'] },
    ],
    ['somebody has put another room in its place', inBig, event(roomSays('none', small)), { room: small, found: ['answered'] }],
    [
      'somebody has taken the room out',
      inBig,
      event({ rooms: new Map() }),
      { room: null, attention: asked('no-room', `${mark10} `), found: ['answered', 'no-room'] },
    ],
    ['somebody has added a room of their own', {}, event(roomSays('none')), { room: big, found: ['answered'] }],
  ])('%s', (_what, facts, seen, expected) => expect(calendarStep(talk(facts), seen, now)).toEqual(expected));
});

describe('whatever the two are', () => {
  const kinds = fc.constantFrom('deleted', 'moved-away', 'not-invited', 'declined', 'outside-window');
  const time = fc
    .tuple(fc.integer({ min: -20, max: 60 }), fc.integer({ min: 0, max: 30 }))
    .map(([day, hours]) => ({ start: at(day), end: new Date(at(day).getTime() + hours * 3_600_000) }));
  const response = fc.constantFrom('none' as const, 'accepted' as const, 'tentative' as const, 'declined' as const);
  const anyMark = fc.option(fc.record({ kind: kinds, mark: fc.constantFrom(mark10, 'e1') }), { nil: null });
  const anyTalk = fc
    .record({ time, response, attention: anyMark, settled: anyMark, eventId: fc.constantFrom('e1', null) })
    .map(({ time: own, attention, ...rest }) => talk({ ...own, ...rest, attention: attention && { ...attention, since: now } }));
  const anyEvent = fc.option(
    fc
      .record({ time, response, isOrganizer: fc.boolean(), isAllDay: fc.boolean(), id: fc.constantFrom('e1', 'e2'), invited: fc.boolean() })
      .map(({ time: own, response: said, invited, ...rest }) =>
        event({ ...own, ...rest, ...(invited ? says(said) : { responses: new Map() }) }),
      ),
    { nil: null },
  );

  const after = (facts: BookedFacts, step: Step): BookedFacts => ({
    ...facts,
    ...step.time,
    ...(step.adopt ? { eventId: step.adopt.eventId } : {}),
    ...(step.response === undefined ? {} : { response: step.response }),
    ...(step.attention === undefined ? {} : { attention: step.attention }),
    ...(step.forgetSettled ? { settled: null } : {}),
  });

  it('one step brings them together: looking again changes nothing', () => {
    fc.assert(
      fc.property(anyTalk, anyEvent, (facts, seen) => {
        const step = calendarStep(facts, seen, now);
        if (step) expect(calendarStep(after(facts, step), seen, now)).toBeNull();
      }),
    );
  });

  it('afterwards they have the same time, or somebody is asked, or has said that it may stay so', () => {
    fc.assert(
      fc.property(anyTalk, anyEvent, (facts, seen) => {
        const step = calendarStep(facts, seen, now);
        const done = step ? after(facts, step) : facts;
        const isSame =
          seen !== null &&
          done.eventId === seen.id &&
          done.start.getTime() === seen.start.getTime() &&
          done.end.getTime() === seen.end.getTime();
        expect(isSame || done.attention !== null || done.settled !== null || (seen === null && done.eventId === null)).toBe(true);
      }),
    );
  });

  it('the talk is never moved into the past', () => {
    fc.assert(
      fc.property(anyTalk, anyEvent, (facts, seen) => {
        const moved = calendarStep(facts, seen, now)?.time;
        if (moved) expect(canFollow({ ...moved, isAllDay: false }, now)).toBe(true);
      }),
    );
  });
});
