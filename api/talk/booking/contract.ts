/** Booking by hand, where Samtal may not write into calendars (B12): the talk as a calendar file, and the word that it is in the calendars. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { talkSchema } from '../contract.ts';

const one = z.strictObject({ talkId: z.string().max(100) });

/** The talk's time as a calendar file, for either party; `talk-has-no-time` without one. */
export const readCalendarFile = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/ics',
  may: 'talk-party',
  about: { item: 'talk', act: 'read' },
  params: one,
  type: 'text/calendar',
  answer: z.string(),
});

/** The manager has put the talk into the calendars by hand (`Talk.byHand`); the employee is told as if Samtal had. */
export const confirmBooking = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/confirm',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  guarded: true,
  params: one,
  answer: talkSchema,
});
