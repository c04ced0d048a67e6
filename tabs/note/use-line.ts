/** The words that are meant when something is made of a line of the notes: what is marked, else the line with the cursor. */
import type { Editor } from '@tiptap/react';

export function lineOf({ state }: Pick<Editor, 'state'>): string {
  const { from, to, empty, $from } = state.selection;
  const marked = empty ? '' : state.doc.textBetween(from, to, ' ', ' ');
  return (marked.trim() || $from.parent.textContent).replace(/\s+/g, ' ').trim();
}
