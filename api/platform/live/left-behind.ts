/**
 * Words that nobody took away and that would be gone all the same. Whoever turns a line into a heading, joins two lines or makes a list of them lets
 * the editor put a new element in the place of the old. What somebody else typed into the old one at the same time, or without a connection, goes with it:
 * Yjs deletes what stands in something deleted. Found where an update meets a document that keeps what is deleted (`gc: false`). Changes nothing.
 */
import * as Y from 'yjs';

/** One text that is gone, and what in it nobody took away. */
export type LeftBehind = {
  /** The text that is gone; null when the document no longer knows it. */
  holder: Y.AbstractType<unknown> | null;
  /** What whoever deleted it saw there. */
  seen: string;
  /** In the order of the text; `at`: how much of `seen` stands before it, in UTF-16 code units. */
  pieces: { at: number; text: string }[];
};

type Deletions = ReturnType<typeof Y.createDeleteSet>;
type Met = { before: Map<number, number>; update: ReturnType<typeof Y.decodeUpdate>; deleted: Deletions };

/** Follows a document, and tells of each update that it takes what is left behind. */
export function followDeletions(document: Y.Doc): (update: Uint8Array) => LeftBehind[] {
  /** When a text was deleted: all that was deleted with it. */
  const deaths = new WeakMap<Y.AbstractType<unknown>, Deletions>();
  /** Deletions of updates that still wait for what they build on. */
  let waiting: Deletions[] = [];
  let deleted: Deletions[] = [];
  document.on('afterTransaction', (transaction: Y.Transaction) => {
    deleted.push(transaction.deleteSet);
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      const type = struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
      if (type && !deaths.has(type)) deaths.set(type, transaction.deleteSet);
    });
  });
  return (bytes) => {
    const update = Y.decodeUpdate(bytes);
    const before = Y.decodeStateVector(Y.encodeStateVector(document));
    deleted = [];
    Y.applyUpdate(document, bytes);
    waiting.push(update.ds);
    const meant = Y.mergeDeleteSets(waiting);
    if (!document.store.pendingStructs && !document.store.pendingDs) waiting = [];
    const met = { before, update: { ...update, ds: meant }, deleted: Y.mergeDeleteSets(deleted) };
    return [...fromKnown(document, met, deaths), ...fromForgotten(document, met)];
  };
}

/** In texts that the document still knows. Letter by letter: Yjs joins items that were deleted for different reasons. */
function fromKnown(document: Y.Doc, { update, deleted }: Met, deaths: WeakMap<Y.AbstractType<unknown>, Deletions>): LeftBehind[] {
  const isLeft = ({ id }: Letter): boolean => Y.isDeleted(deleted, id) && !Y.isDeleted(update.ds, id);
  const holders = new Set<Y.AbstractType<unknown>>();
  for (const [client, ranges] of deleted.clients)
    for (const { clock, len } of ranges)
      for (const struct of structsIn(document, Y.createID(client, clock), len))
        if (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType && lettersOf(struct).some(isLeft))
          holders.add(struct.parent);
  return [...holders].map((holder) => {
    const died = deaths.get(holder);
    const one: LeftBehind = { holder, seen: '', pieces: [] };
    for (let item = holder._start; item; item = item.right) {
      for (const letter of lettersOf(item)) {
        const last = one.pieces.at(-1);
        if (!isLeft(letter)) one.seen += died && Y.isDeleted(died, letter.id) ? letter.sign : '';
        else if (last?.at === one.seen.length) last.text += letter.sign;
        else one.pieces.push({ at: one.seen.length, text: letter.sign });
      }
    }
    return one;
  });
}

/** What came for a text that was deleted so long ago that the document knows its place no more. In the order in which it was typed. */
function fromForgotten(document: Y.Doc, { before, update }: Met): LeftBehind[] {
  const pieces: LeftBehind['pieces'] = [];
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const forgotten = structsIn(document, struct.id, struct.length).filter((one) => one instanceof Y.GC);
    if (forgotten.length === 0) continue;
    const known = before.get(struct.id.client) ?? 0;
    const isIn = (clock: number): boolean => forgotten.some(({ id, length }) => id.clock <= clock && clock < id.clock + length);
    const left = lettersOf(struct).filter(({ id }) => id.clock >= known && isIn(id.clock) && !Y.isDeleted(update.ds, id));
    if (left.length > 0) pieces.push({ at: 0, text: left.map(({ sign }) => sign).join('') });
  }
  return pieces.length > 0 ? [{ holder: null, seen: '', pieces }] : [];
}

/** What the document has of these clocks; nothing where the update still waits for something. */
function structsIn(document: Y.Doc, { client, clock }: Y.ID, length: number): Y.AbstractStruct[] {
  const all = document.store.clients.get(client);
  if (!all || Y.getState(document.store, client) <= clock) return [];
  const from = Y.findIndexSS(all, clock);
  let to = from;
  while ((all[to]?.id.clock ?? Infinity) < clock + length) to += 1;
  return all.slice(from, to);
}

/** A code unit as Yjs counts them. */
type Letter = { id: Y.ID; sign: string };

/** None where there is no text. */
function lettersOf({ id: { client, clock }, content, parentSub }: Y.Item): Letter[] {
  if (!(content instanceof Y.ContentString) || parentSub !== null) return [];
  return content.str.split('').map((sign, at) => ({ id: Y.createID(client, clock + at), sign }));
}
