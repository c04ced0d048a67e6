/**
 * Keeps the shared notes within their length: what would not fit is not taken into them and is handed to the page instead, so that it can be shown
 * and is not lost. Also replaces half characters (lone surrogates), which no other browser would be sent as they are.
 */
import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { sharedNotesLimit } from '#api/note/contract.ts';

/** @param onTooMuch told what was pasted and did not fit, or null when typing did not */
export function roomFor(onTooMuch: (pasted: string | null) => void, limit = sharedNotesLimit): Extension {
  return Extension.create({
    name: 'room',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(transaction, state) {
          const size = transaction.doc.content.size;
          // What others have written is there already; only one's own can be turned away.
          if (!transaction.docChanged || isChangeOrigin(transaction) || size <= limit || size <= state.doc.content.size) return true;
          onTooMuch(null);
          return false;
        },
        props: {
          transformPasted: (slice) => new Slice(wellFormed(slice.content), slice.openStart, slice.openEnd),
          handleDOMEvents: {
            paste(view, event) {
              const text = event.clipboardData?.getData('text/plain') ?? '';
              const { from, to } = view.state.selection;
              if (text.length <= limit - view.state.doc.content.size + (to - from)) return false;
              event.preventDefault();
              onTooMuch(text);
              return true;
            },
          },
        },
      }),
    ],
  });
}

/** Half characters become the sign for an unknown one, here as on the other's screen. */
export const withoutHalves = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

function wellFormed(fragment: Fragment): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) =>
    nodes.push(node.isText ? node.type.schema.text(withoutHalves(node.text ?? ''), node.marks) : node.copy(wellFormed(node.content))),
  );
  return Fragment.fromArray(nodes);
}
