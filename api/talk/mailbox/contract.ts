/** What Graph posts to Samtal about calendars, and the words for what a comparison with a calendar finds. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** Where Graph posts; outside /api, because it carries no token of ours and is not counted with people's requests. */
export const notificationPath = '/notifications/calendar';

/** One notification. Everything but these is left aside: what has happened is read from Graph itself. */
const notificationSchema = z.object({
  subscriptionId: z.string().max(200),
  clientState: z.string().max(300).nullish(),
  tenantId: z.string().max(100).nullish(),
  lifecycleEvent: z.string().max(100).nullish(),
});
export type Notification = z.infer<typeof notificationSchema>;
export const notificationsSchema = z.object({ value: z.array(notificationSchema).min(1).max(2000) });

/** What a comparison of talks with a calendar has brought into step, or put before the manager. */
export const findings = [
  'moved',
  'restored',
  'answered',
  'deleted',
  'moved-away',
  'not-invited',
  'declined',
  'outside-window',
  'no-room',
  'settled',
  'orphan',
] as const;
export type Finding = (typeof findings)[number];

/** By day (UTC), newest first: what the nightly comparison of all calendars looked at and what it mended. Numbers only. */
export const listComparisons = endpoint({
  method: 'GET',
  path: '/api/cycles/calendars/comparisons',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  answer: z.object({
    days: z.array(
      z.object({
        day: z.iso.date(),
        mailboxes: z.number().int(),
        talks: z.number().int(),
        found: z.array(z.object({ what: z.enum(findings), talks: z.number().int() })),
      }),
    ),
  }),
});
