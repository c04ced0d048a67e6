/**
 * Tries updates on a copy before a document takes them. Some are well-formed and still make Yjs throw half-way, or leave a document that nobody
 * can load; others would make it larger than it may be. What people type into, and what they load again, must never be in such a state.
 */
import * as Y from 'yjs';
import { storedDocument } from './stored-document.ts';

/**
 * `good`: take it. `bad`: refuse it. `spoilt`: refuse it, and let the document be loaded anew, for it can no longer be copied. `full`: refuse it,
 * for the document would grow beyond its limit; what makes it smaller is good.
 */
export type Verdict = 'good' | 'bad' | 'spoilt' | 'full';

/** Judges updates that are about to be taken by the document, which may have so many bytes; the copy is made anew after one that was refused. */
export function createTrial(document: Y.Doc, limitBytes: number): (update: Uint8Array) => Verdict {
  let copy: Y.Doc | null = null;
  /** At least the size of the copy: counted with each update, measured when it comes near the limit. */
  let bytes = 0;
  return (update) => {
    // Something is missing in the copy that may be in the document by now. After Samtal was killed it is so until all windows are back, and a new
    // copy for each of their updates would take most of the time.
    if (copy?.store.pendingStructs) {
      const since = Y.encodeStateAsUpdate(document, Y.encodeStateVector(copy));
      bytes += since.length;
      copy = load(since, copy);
    }
    if (!copy) {
      const whole = Y.encodeStateAsUpdate(document);
      bytes = whole.length;
      copy = load(whole);
    }
    if (!copy) return 'spoilt';
    try {
      Y.applyUpdate(copy, update);
    } catch {
      // The verdict says it: the caller refuses and closes the connection.
      copy = null;
      return 'bad';
    }
    bytes += update.length;
    if (bytes > limitBytes) {
      bytes = sizeOf(copy);
      if (bytes > limitBytes && bytes > sizeOf(document)) {
        copy = null;
        return 'full';
      }
    }
    return 'good';
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
