/** Whose mailbox answers by itself that they are away: Outlook's automatic replies, without a word of what they say. */
import { z } from 'zod';
import type { SendGraph } from './http.ts';

const timeSchema = z.object({ dateTime: z.string(), timeZone: z.string() });
const repliesSchema = z.object({
  status: z.enum(['disabled', 'alwaysEnabled', 'scheduled']),
  scheduledStartDateTime: timeSchema.nullish(),
  scheduledEndDateTime: timeSchema.nullish(),
});
/** As Outlook writes a time: without offset, in a zone as Outlook names it. */
export type OutlookTime = z.infer<typeof timeSchema>;
/** `from`, `until`: of replies that are scheduled. */
export type AutoReplies = { status: 'disabled' | 'alwaysEnabled' | 'scheduled'; from: OutlookTime | null; until: OutlookTime | null };

const answerSchema = z.object({ automaticRepliesSetting: repliesSchema.nullish() });
const batchSchema = z.object({ responses: z.array(z.object({ id: z.string(), status: z.number(), body: z.unknown().optional() })) });
const batchLimit = 20;

/** Of many people, 20 to a request. Left out: who has no mailbox, whose answer failed or cannot be read, and everybody without permission (MailboxSettings.Read). */
export async function readAutoReplies(send: SendGraph, tenantId: string, personIds: string[]): Promise<Map<string, AutoReplies>> {
  const found = new Map<string, AutoReplies>();
  for (let from = 0; from < personIds.length; from += batchLimit) {
    const some = personIds.slice(from, from + batchLimit);
    const requests = some.map((id) => ({ id, method: 'GET', url: `/users/${id}/mailboxSettings?$select=automaticRepliesSetting` }));
    const call = { method: 'POST', path: '/$batch', body: { requests }, changesNothing: true } as const;
    const { responses } = batchSchema.parse(await send(tenantId, call));
    for (const { id, status, body } of responses) {
      // One mailbox that answers what nobody expects must not keep everybody's reminders back.
      const replies = status === 200 ? answerSchema.safeParse(body).data?.automaticRepliesSetting : null;
      if (!replies) continue;
      found.set(id, {
        status: replies.status,
        from: replies.scheduledStartDateTime ?? null,
        until: replies.scheduledEndDateTime ?? null,
      });
    }
  }
  return found;
}
