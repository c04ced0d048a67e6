/** What can be written in the shared notes: paragraphs, one level of headings, lists, boxes to tick, bold, italic, safe links. Knows no page. */
import { Extension, InputRule, Mark, markPasteRule, type Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { ListKit } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { isSafeLink, linkOf } from '#api/note/rules.ts';

/** An address in running text; a full stop or bracket behind it is not part of it. */
const pasted = /https:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g;
const typed = /https:\/\/[^\s<>"]*[^\s<>".,;:!?)] $/;

/**
 * A link, to https and mail addresses only. The address is checked again whenever it is shown, for the other's program may write what it likes into
 * the shared document.
 */
const SafeLink = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes() {
    return { href: { default: null } };
  },
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = linkOf(element.getAttribute('href') ?? '');
          return href !== null && { href };
        },
      },
    ];
  },
  renderHTML({ mark }) {
    const href: unknown = mark.attrs.href;
    const safe = typeof href === 'string' && isSafeLink(href);
    return ['a', safe ? { href, target: '_blank', rel: 'noopener noreferrer nofollow' } : {}, 0];
  },
  addPasteRules() {
    const getAttributes = ([address = '']: RegExpMatchArray): { href: string } | false => {
      const href = linkOf(address);
      return href !== null && { href };
    };
    return [markPasteRule({ find: pasted, type: this.type, getAttributes })];
  },
  addInputRules() {
    return [
      new InputRule({
        find: typed,
        handler: ({ state, range, match: [found] }) => {
          const href = linkOf(found);
          if (href === null) return null;
          const end = range.from + found.length - 1;
          state.tr.addMark(range.from, end, this.type.create({ href }));
          // Whether the space that was typed is in the text already depends on how it was typed.
          if (range.to === end) state.tr.insertText(' ', end);
          return undefined;
        },
      }),
    ];
  },
});

/** Ticks the box of the line with the cursor, or takes the tick away: with Tab a box cannot be reached, for in a list Tab moves the line. */
const TickKey = Extension.create({
  name: 'tickKey',
  // Before the line break that has the same key elsewhere.
  priority: 200,
  addKeyboardShortcuts() {
    const tick = (): boolean =>
      this.editor.commands.command(({ tr, state: { selection } }) => {
        const { $from } = selection;
        for (let depth = $from.depth; depth > 0; depth -= 1) {
          const { type, attrs } = $from.node(depth);
          if (type.name !== 'taskItem') continue;
          tr.setNodeMarkup($from.before(depth), undefined, { ...attrs, checked: attrs.checked !== true });
          return true;
        }
        return false;
      });
    // The words beside the notes name Ctrl; on a Mac the other key is as usual.
    return { 'Ctrl-Enter': tick, 'Mod-Enter': tick };
  },
});

/** Blocks that undo leaves there as long as somebody else's words stand in them: what was made is one's own, what was typed into it is not. */
export const keptBlocks = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'taskList', 'listItem', 'taskItem']);

/** @param boxLabel what a screen reader calls the box of a line with this text */
export function notePieces(boxLabel: (text: string) => string): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    HardBreak,
    Bold,
    Italic,
    SafeLink,
    TickKey,
    Heading.configure({ levels: [3] }),
    ListKit.configure({ taskItem: { nested: true, a11y: { checkboxLabel: (node) => boxLabel(node.firstChild?.textContent ?? '') } } }),
  ];
}
