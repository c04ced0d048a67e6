/** Holding a talk: which part of the agenda the two are at, how long each has taken, the next check-in, and talks held without Samtal. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { talkSchema } from '../contract.ts';

const one = z.strictObject({ talkId: z.string().max(100) });

export const holdingSchema = z.object({
  /** 0 as long as nobody has gone to another part. */
  version: z.number().int(),
  /** Where the two are now; null unless the talk is going on. */
  partId: z.string().nullable(),
  /** Since when they are there, by the server's clock. */
  since: z.string().nullable(),
  /** What each part has taken, without the stretch that began at `since`. Empty for a talk that was not followed part by part. */
  used: z.array(z.object({ partId: z.string(), seconds: z.number().int() })),
  /** Local calendar day of the next check-in, or null. */
  checkIn: z.string().nullable(),
});
export type Holding = z.infer<typeof holdingSchema>;

export const readHolding = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/holding',
  may: 'talk-party',
  about: { item: 'talk', act: 'read' },
  params: one,
  answer: holdingSchema,
});
/** Goes to a part, for both. The version is the holding's: when both go on at once, one of them does. */
export const movePart = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/part',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ partId: z.string().max(100) }),
  answer: holdingSchema,
});
/** The day of the next check-in, or none; open as long as agreements are. The version is the holding's. */
export const proposeCheckIn = endpoint({
  method: 'PUT',
  path: '/api/talks/:talkId/check-in',
  may: 'talk-party',
  about: { item: 'agreements', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ day: z.iso.date().nullable() }),
  answer: holdingSchema,
});
/** The manager says that the talk was held without Samtal: then notes and agreements are open as after finishing, and both are asked to sign. */
export const recordTalk = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/record',
  may: 'talk-party',
  about: { item: 'talk', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ start: z.iso.datetime(), minutes: z.number().int() }),
  answer: talkSchema,
});
