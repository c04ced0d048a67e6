/**
 * Who is reading, and what was opened for them: travels with a call, a message to the bot or a sign-in to live notes. The seal says into it whatever it
 * opens, so that no reader and no verb can forget to; what becomes of it is a feature's business (privacy/access-log). Writes nothing itself.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** `act` and `channel` are words of the access log. */
export type Reader = { tenantId: string; personId: string; act: string; channel: string };
/** Under what somebody was let in to a talk: the policy table's answer for each item at that moment, and that of row 13 for their own export. */
export type Standing = { relation: string; state: number; mayRead(item: string): boolean; mayExport(item: string): boolean };
export type Shown = { talkId: string; item: string };
export type Reading = {
  reader: Reader;
  shown: Map<string, Shown>;
  standings: Map<string, Standing[]>;
  /** Items that were asked for and not given. */ refused: Set<string>;
  /** Writes down what has been shown so far; false when it cannot. Null where only the end of the reading does. */ record: Record | null;
};
type Record = (reading: Reading) => Promise<boolean>;

/** What is opened could not be written down before something was done, and so it was not done. */
export class NotNoted extends Error {}

/** Item of the policy table that opened words belong to; `nobody` when they are compared or hashed, and whoever shows them says so by `noteShown`. */
export type OpenedAs = string;
export const nobody = 'nobody';

const current = new AsyncLocalStorage<Reading>();

/** An empty reading: nothing has been shown yet. */
export const beginReading = (reader: Reader, record: Record | null = null): Reading => ({
  ...{ reader, shown: new Map(), standings: new Map(), refused: new Set(), record },
});

/** Does something on behalf of the reader: what is opened meanwhile is noted. */
export const within = <T>(reading: Reading, work: () => T): T => current.run(reading, work);

/** Notes that words of an item of a talk are shown to whoever is reading. Does nothing where nobody is: Samtal's own clock reads for itself. */
export function noteShown(talkId: string, item: OpenedAs): void {
  if (item !== nobody) current.getStore()?.shown.set(`${talkId}/${item}`, { talkId, item });
}

/** Notes how the reader stands to a talk, as the rule that let them in found it. */
export function noteStanding(talkId: string, standing: Standing): void {
  const standings = current.getStore()?.standings;
  if (standings) standings.set(talkId, [...(standings.get(talkId) ?? []), standing]);
}

/** Notes that an item of a talk was asked for and not given: there is no such talk, or not for the reader. */
export function noteRefused(item: string): void {
  current.getStore()?.refused.add(item);
}

/**
 * Has everything written down that was opened so far, with the items of a talk that the answer to a write will show, before the write is done.
 * @throws NotNoted when it cannot be: then nothing is to be done
 */
export async function noteBefore(talkId: string, ...items: OpenedAs[]): Promise<void> {
  for (const item of items) noteShown(talkId, item);
  const reading = current.getStore();
  if (reading?.record && !(await reading.record(reading))) throw new NotNoted('What the answer would show could not be written down');
}

/** The same pieces, each handed on only when `record` has answered for what was opened to make it. */
export async function* inReading<T>(reading: Reading, pieces: AsyncIterable<T>, record: () => Promise<void>): AsyncGenerator<T> {
  const source = pieces[Symbol.asyncIterator]();
  try {
    for (let next = await within(reading, () => source.next()); !next.done; next = await within(reading, () => source.next())) {
      await record();
      yield next.value;
    }
  } finally {
    await source.return?.();
  }
}
