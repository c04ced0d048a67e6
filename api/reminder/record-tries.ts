/**
 * What is begun is written down before it is: an entry in the feed under its key, a mail. So that nobody ever begins one without knowing that an
 * earlier one may have arrived. Sends nothing.
 */
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Try } from '#api/platform/graph/mail.ts';
import type { Platform } from '#api/platform/platform.ts';
import { markBegun, type ReminderRecord } from './store.ts';

export type Tries = { feed: Try; mail: Try };

/** The tries of these rows, told as one: `key` is the entry's in the feed. */
export function recordTries({ db, clock }: Platform, rows: ReminderRecord[], key: string): Tries {
  return {
    feed: {
      isRepeated: rows.some(({ feedBegun }) => feedBegun != null),
      keep: () => markBegun(db, rows, clock.now(), () => ({ feedBegun: key })),
      undo: async () => void (await markBegun(db, rows, clock.now(), ({ feedBegun }) => ({ feedBegun: feedBegun ?? null }))),
    },
    mail: {
      isRepeated: rows.some(({ mailBegun }) => mailBegun === true),
      keep: () => markBegun(db, rows, clock.now(), () => ({ mailBegun: true })),
      undo: async () => void (await markBegun(db, rows, clock.now(), () => ({ mailBegun: false }))),
    },
  };
}

/** Makes a call to the feed as one of its tries. What certainly had no effect leaves nothing written down that was not before. */
export async function tryFeed<T>({ keep, undo }: Try, call: () => Promise<T>): Promise<T> {
  if (!(await keep())) throw new MicrosoftUnavailable('Somebody else has taken the reminder over', false);
  try {
    return await call();
  } catch (error) {
    if (error instanceof GraphRefused || (error instanceof MicrosoftUnavailable && !error.maybeDone)) await undo();
    throw error;
  }
}
