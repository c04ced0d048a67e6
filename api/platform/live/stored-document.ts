/**
 * Makes documents of stored updates that say what the updates say, and nothing else. Yjs tidies up after each update that comes from elsewhere:
 * marks (bold, a link) around nothing are deleted. Updates are stored by writer, so that the second may put words between marks that stood around
 * nothing after the first: tidied up in between, words would lose the marks that everybody saw. Here nothing is tidied up; pages do that, and store it.
 */
import * as Y from 'yjs';

/** Lets the document take stored updates, in any order, as one change. Throws when Yjs cannot take one. */
export function takeStored(document: Y.Doc, updates: Uint8Array[]): void {
  document.transact((transaction) => {
    updates.forEach((update) => Y.applyUpdate(document, update));
    // What came before something that it builds on waits, and Yjs may not see that all is there now: it looks again when it is given all at once.
    if (document.store.pendingStructs) Y.applyUpdate(document, Y.encodeStateAsUpdate(document));
    // Taking an update makes it a change from elsewhere, which is what Yjs tidies up after.
    transaction.local = true;
  });
}

/** The document that stored updates make. Throws when Yjs cannot take one. */
export function storedDocument(updates: Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  takeStored(document, updates);
  return document;
}
