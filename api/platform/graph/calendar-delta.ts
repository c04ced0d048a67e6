/** calendarView/delta of one mailbox: what lies in a window, then what has changed since. Knows nothing of what the events are for. */
import { z } from 'zod';
import { seenFrom, type SeenEvent } from './calendar-changes.ts';
import { GraphRefused } from './failures.ts';
import type { SendGraph } from './http.ts';

export type CalendarChanges = {
  changed: SeenEvent[];
  /** Ids of events that were deleted, or lie outside the window now: only reading one tells which. */
  removed: string[];
  deltaLink: string;
  /** Everything in the window was read, not only what has changed. */
  isWhole: boolean;
};

const pageSchema = z.object({
  value: z.array(z.looseObject({ id: z.string(), '@removed': z.unknown().optional() })),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
/** Events to a page. */
const headers = { Prefer: 'odata.maxpagesize=100' };

/** One round since `deltaLink`, or of the whole window without one. After 410 (the token is forgotten) the window is read anew. */
export async function readCalendarChanges(
  send: SendGraph,
  tenantId: string,
  personId: string,
  deltaLink: string | null,
  window: { from: Date; to: Date },
): Promise<CalendarChanges> {
  const query = new URLSearchParams({ startDateTime: window.from.toISOString(), endDateTime: window.to.toISOString() });
  const first = `/users/${personId}/calendarView/delta?${query.toString()}`;
  const events = new Map<string, SeenEvent | null>();
  let path = deltaLink ?? first;
  let isWhole = deltaLink === null;
  for (;;) {
    const page = await send<unknown>(tenantId, { path, headers }).catch((error: unknown) => {
      if (error instanceof GraphRefused && error.status === 410 && !isWhole) return null;
      throw error;
    });
    if (page === null) {
      isWhole = true;
      events.clear();
      path = first;
      continue;
    }
    const read = pageSchema.parse(page);
    // An event may come twice in a round; the later one counts.
    for (const item of read.value) events.set(item.id, item['@removed'] === undefined ? seenFrom(item) : null);
    const link = read['@odata.deltaLink'];
    if (link !== undefined) {
      const changed = daysOf([...events.values()].filter((event) => event !== null));
      const removed = [...events].filter(([, event]) => event === null).map(([id]) => id);
      return { changed, removed, deltaLink: link, isWhole };
    }
    if (read['@odata.nextLink'] === undefined) throw new Error('calendarView/delta answered a page without a next or delta link');
    path = read['@odata.nextLink'];
  }
}

/** Of a day in a series the delta tells nothing but when it is: the rest is what its master says. Masters are no meetings of their own. */
function daysOf(events: SeenEvent[]): SeenEvent[] {
  const masters = new Map(events.filter(({ series }) => series === 'master').map((event) => [event.id, event]));
  return events
    .filter(({ series }) => series !== 'master')
    .map((event) => {
      const master = event.iCalUId === '' ? masters.get(event.seriesMasterId ?? '') : undefined;
      if (!master) return event;
      const { id, start, end, series, seriesMasterId } = event;
      return { ...master, id, start, end, series, seriesMasterId };
    });
}
