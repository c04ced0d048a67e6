/** When talks suit a person and when not: what each says about the own week and days. Nobody is asked for a reason, and none is kept. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

export const wishRefusals = {
  'hours-order': 400,
  'days-order': 400,
} as const;

const minute = z.number().int().min(0).max(1440).multipleOf(15);

/** Every week at these hours of the person's own day. 1 Monday to 7 Sunday; minutes of the day, `to` not included. */
export const weeklyWishSchema = z.strictObject({
  kind: z.enum(['blocked', 'preferred']),
  weekday: z.number().int().min(1).max(7),
  from: minute,
  to: minute,
});
export type WeeklyWish = z.infer<typeof weeklyWishSchema>;

/** Whole days, both included, on which no talk suits. */
export const dayWishSchema = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

export const wishesSchema = z.strictObject({ weekly: z.array(weeklyWishSchema).max(40), days: z.array(dayWishSchema).max(40) });
export type Wishes = z.infer<typeof wishesSchema>;

/** Most of each kind, for the tab, which carries no schemas. */
export const mostWishes = 40;

const kept = z.object({ wishes: wishesSchema, version: z.number().int() });

/** One's own; version 0 while nothing was ever said. */
export const readMyWishes = endpoint({
  method: 'GET',
  path: '/api/my-wishes',
  may: 'signed-in',
  about: { item: 'wish', act: 'read' },
  answer: kept,
});
export const saveMyWishes = endpoint({
  method: 'PUT',
  path: '/api/my-wishes',
  may: 'signed-in',
  about: { item: 'wish', act: 'write' },
  guarded: true,
  body: wishesSchema,
  answer: kept,
});
