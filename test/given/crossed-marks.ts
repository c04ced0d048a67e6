/** Writing of two people that crosses: words that one typed between the marks of the other, whose own words went. Where Yjs tidies up too early, it shows. */
import * as Y from 'yjs';
import { notesFragment } from '#api/note/contract.ts';
import { storedDocument } from '#api/platform/live/stored-document.ts';

/** An empty text, as an update that everybody begins with. Only of a text inside of something does Yjs know from the start that it can have marks. */
export const emptyText = ((): Uint8Array => {
  const document = new Y.Doc();
  document.getXmlFragment(notesFragment).insert(0, [new Y.XmlText()]);
  return Y.encodeStateAsUpdate(document);
})();

export const wordsIn = (document: Y.Doc): Y.XmlText => document.getXmlFragment(notesFragment).get(0) as Y.XmlText;

/** The words letter by letter, a star before each that is bold: where a text is cut says nothing. */
export const starred = (document: Y.Doc): string =>
  (wordsIn(document).toDelta() as { insert: string; attributes?: { bold?: unknown } }[])
    .flatMap(({ insert, attributes }) => [...insert].map((letter) => (attributes?.bold ? `*${letter}` : letter)))
    .join('');

/** Three people's documents that take each other's changes at once, and all of these in order; Yjs looks at the highest number first. */
export function givenTogether() {
  const typed: Uint8Array[] = [];
  const [cai, anna, bo] = [1, 2, 3].map((clientID) => Object.assign(storedDocument([emptyText]), { clientID })) as [Y.Doc, Y.Doc, Y.Doc];
  const all = [cai, anna, bo];
  for (const one of all)
    one.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return;
      typed.push(update);
      all.filter((other) => other !== one).forEach((other) => Y.applyUpdate(other, update, 'other'));
    });
  return { cai, anna, bo, typed };
}

/** What everybody sees is `seen`; `stored` is how it is stored when one write takes all of both: by writer. */
export function givenCrossedMarks(): { document: Y.Doc; seen: string; stored: { by: string; update: Uint8Array }[] } {
  const { anna, bo, typed } = givenTogether();
  wordsIn(anna).insert(0, 'old two');
  wordsIn(anna).format(0, 3, { bold: {} });
  wordsIn(bo).insert(3, ' new', { bold: {} });
  wordsIn(anna).delete(0, 4);
  const [first, marks, between, deletion] = typed as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const stored = [
    { by: 'anna', update: Y.mergeUpdates([emptyText, first, marks, deletion]) },
    { by: 'bo', update: between },
  ];
  return { document: bo, seen: '*n*e*w two', stored };
}
