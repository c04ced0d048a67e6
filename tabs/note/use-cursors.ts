/** Where the others are in the shared notes: a bar with their name, and what they have marked. The name is drawn, so it is never part of the text. */
import { Extension } from '@tiptap/core';
import type { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { nameIn } from './use-present.ts';

export const cursorClass = 'samtal-cursor';
export const markedClass = 'samtal-marked';

/** Colours come from the page's styles by these classes, never from what the other's program says. */
export function cursorsOf(awareness: Awareness): Extension {
  return Extension.create({
    name: 'cursors',
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, {
        cursorBuilder: (user: unknown) => {
          const bar = document.createElement('span');
          bar.className = cursorClass;
          bar.dataset.name = nameIn(user);
          bar.ariaHidden = 'true';
          return bar;
        },
        selectionBuilder: () => ({ class: markedClass }),
      }) as Plugin,
    ],
  });
}
