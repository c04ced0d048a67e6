/** Events that a person has put into their calendar for Samtal, which may carry nothing of ours but a link or an entry id. */
import { z } from 'zod';
import { bookedFrom, type BookedEvent } from './calendar.ts';
import type { SendGraph } from './http.ts';

/** `entryId`: the UID of a calendar file. `mark`: words that only this event holds. */
export type HandMade = { entryId: string; mark: string; start: Date; end: Date };

const eventSchema = z.object({
  iCalUId: z.string(),
  isOrganizer: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  body: z.object({ content: z.string().nullish() }).nullish(),
});
/** So many events touch one hour at most. */
const most = 50;

/** The person's own event at exactly this time that has the entry id or holds the mark; null when there is none. */
export async function findHandMade(
  send: SendGraph,
  tenantId: string,
  personId: string,
  { entryId, mark, start, end }: HandMade,
): Promise<BookedEvent | null> {
  const span = `startDateTime=${start.toISOString()}&endDateTime=${end.toISOString()}`;
  const path = `/users/${personId}/calendarView?${span}&$top=${most}`;
  const { value } = await send<{ value: unknown[] }>(tenantId, { path });
  for (const one of value) {
    const { iCalUId, isOrganizer, isCancelled, body } = eventSchema.parse(one);
    const isOurs = iCalUId === entryId || (body?.content ?? '').includes(mark);
    const event = bookedFrom(one);
    const isThen = event.start.getTime() === start.getTime() && event.end.getTime() === end.getTime();
    if (isOurs && isThen && isOrganizer !== false && !isCancelled) return event;
  }
  return null;
}
