/**
 * Tries updates on a copy before a document takes them. Some are well-formed and still make Yjs throw half-way, or leave a document that nobody
 * can load; others would make it larger than it may be. What people type into, and what they load again, must never be in such a state.
 */
import * as Y from 'yjs';
import { followDeletions, type LeftBehind } from './left-behind.ts';
import { storedDocument } from './stored-document.ts';

/**
 * `good`: take it. `bad`: refuse it. `spoilt`: refuse it, and let the document be loaded anew, for it can no longer be copied. `full`: refuse it,
 * for the document would grow beyond its limit; what makes it smaller is good.
 */
export type Verdict = 'good' | 'bad' | 'spoilt' | 'full';

/** What to do with an update, and what the document takes beside it: words that would be gone with what the update deletes. */
export type Judged = { verdict: Verdict; beside: Uint8Array | null };

/** Puts words back into the document. */
export type BringBack = (document: Y.Doc, left: LeftBehind[]) => void;

const refused = (verdict: Exclude<Verdict, 'good'>): Judged => ({ verdict, beside: null });

/**
 * Judges updates that are about to be taken by the document, which may have so many bytes; the copy is made anew after one that was refused. It keeps what is
 * deleted, up to the same size: that is how words are found that nobody took away (left-behind.ts).
 * @param bringBack puts them back, into the copy
 */
export function createTrial(document: Y.Doc, limitBytes: number, bringBack: BringBack = () => undefined): (update: Uint8Array) => Judged {
  let copy: Copy | null = null;
  /** At least the size of the copy: counted with each update, measured when it comes near the limit. */
  let bytes = 0;
  const copyOf = (update: Uint8Array): void => {
    bytes = update.length;
    copy = openCopy(update, bringBack);
  };
  return (update) => {
    // Something is missing in the copy that may be in the document by now. After Samtal was killed it is so until all windows are back, and a new
    // copy for each of their updates would take most of the time.
    if (copy?.document.store.pendingStructs) {
      const since = Y.encodeStateAsUpdate(document, Y.encodeStateVector(copy.document));
      bytes += since.length;
      if (!load(since, copy.document)) copy = null;
    }
    if (!copy) copyOf(Y.encodeStateAsUpdate(document));
    if (!copy) return refused('spoilt');
    let beside: Uint8Array | null;
    try {
      beside = copy.take(update);
    } catch {
      // The verdict says it: the caller refuses and closes the connection.
      copy = null;
      return refused('bad');
    }
    bytes += update.length + (beside?.length ?? 0);
    if (bytes > limitBytes) {
      // Without what is deleted.
      const tight = load(Y.encodeStateAsUpdate(copy.document), new Y.Doc());
      if (tight) copyOf(Y.encodeStateAsUpdate(tight));
      if (bytes > limitBytes && bytes > sizeOf(document)) {
        copy = null;
        return refused('full');
      }
    }
    return { verdict: 'good', beside };
  };
}

/** What stands beside an update waits in the document for what it builds on: both become one change, shown and stored together. */
export function takeBeside(document: Y.Doc, judge: (update: Uint8Array) => Judged): (update: Uint8Array, origin: unknown) => Verdict {
  return (update, origin) => {
    const { verdict, beside } = judge(update);
    if (beside) Y.applyUpdate(document, beside, origin);
    return verdict;
  };
}

type Copy = { document: Y.Doc; take(update: Uint8Array): Uint8Array | null };

/** Null when nobody can load it. */
function openCopy(whole: Uint8Array, bringBack: BringBack): Copy | null {
  const document = load(whole, new Y.Doc({ gc: false }));
  if (!document) return null;
  const meet = followDeletions(document);
  return {
    document,
    take(update) {
      const left = meet(update);
      if (left.length === 0) return null;
      const taken = Y.encodeStateVector(document);
      bringBack(document, left);
      return Y.encodeStateAsUpdate(document, taken);
    },
  };
}

const sizeOf = (document: Y.Doc): number => Y.encodeStateAsUpdate(document).length;

/** Those updates, in their order, from which a document can be made that others can load; all of them unless one is spoilt. */
export function goodUpdates(updates: Uint8Array[]): Uint8Array[] {
  if (canBeLoaded(updates)) return updates;
  const good: Uint8Array[] = [];
  for (const update of updates) if (canBeLoaded([...good, update])) good.push(update);
  return good;
}

function canBeLoaded(updates: Uint8Array[]): boolean {
  try {
    return load(Y.encodeStateAsUpdate(storedDocument(updates))) !== null;
  } catch {
    // False is the answer: these make no document.
    return false;
  }
}

/** As a page loads it. */
function load(update: Uint8Array, document = new Y.Doc()): Y.Doc | null {
  try {
    Y.applyUpdate(document, update);
    return document;
  } catch {
    // Null is the answer: nobody can.
    return null;
  }
}
