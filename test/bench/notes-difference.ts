/**
 * What differs between the notes as a window has them and as they are stored, for whoever looks for the cause: which letters and marks are in one
 * alone, which are deleted in one alone, what waits, and everything as files outside of the repository. Judges nothing.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { notesFragment } from '#api/note/contract.ts';

/** A stored update: whose, and when it came; null for a snapshot. */
export type Stored = { by: string[]; from: Date | null; update: Uint8Array };
type Range = { client: number; from: number; to: number };
type Side = 'window' | 'store';

/** One line for each difference; none when both are the same. */
export function differenceOf(window: Y.Doc, store: Y.Doc): string[] {
  const sides: [Side, Y.Doc, Y.Doc][] = [
    ['window', window, store],
    ['store', store, window],
  ];
  return [
    ...sides.flatMap(([side, one, other]) =>
      aloneIn(heldBy(one), heldBy(other)).map((range) => `only in the ${side}: ${told(range, one)}`),
    ),
    ...sides.flatMap(([side, one, other]) =>
      aloneIn(deletedIn(one), deletedIn(other)).map((range) => `deleted in the ${side} alone: ${told(range, other)}`),
    ),
    ...sides.flatMap(([side, one]) => waitingIn(one).map((what) => `waits in the ${side}: ${what}`)),
    ...textDifference(textOf(window), textOf(store)),
  ];
}

/** Writes both documents, what was stored and the differences into a new folder, and answers its path. */
export function writeDifference(window: Y.Doc, store: Y.Doc, stored: Stored[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'samtal-notes-differ-'));
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
  for (const [side, document] of [['window', window] as const, ['store', store] as const]) {
    write(`${side}.yjs`, Y.encodeStateAsUpdate(document));
    write(`${side}.txt`, textOf(document));
  }
  const list = stored.map(({ by, from, update }, at) => {
    const name = `stored-${String(at).padStart(4, '0')}.yjs`;
    write(name, update);
    return [name, by.join(' and ') || 'snapshot', from?.toISOString() ?? '', ...rangesIn(update)].join('  ');
  });
  write('difference.txt', [...differenceOf(window, store), '', ...list, ''].join('\n'));
  return folder;
}

const textOf = (document: Y.Doc): string => document.getXmlFragment(notesFragment).toJSON();
const heldBy = (document: Y.Doc): Range[] =>
  [...Y.snapshot(document).sv].filter(([, clock]) => clock > 0).map(([client, to]) => ({ client, from: 0, to }));
const deletedIn = (document: Y.Doc): Range[] =>
  [...Y.snapshot(document).ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
  );

/** Parts of these ranges that are in none of the others. */
function aloneIn(ranges: Range[], others: Range[]): Range[] {
  return ranges.flatMap((range) => {
    const covering = others.filter(({ client }) => client === range.client).sort((a, b) => a.from - b.from);
    const alone: Range[] = [];
    let { from } = range;
    for (const other of covering) {
      if (other.to <= from || other.from >= range.to) continue;
      if (other.from > from) alone.push({ ...range, from, to: other.from });
      from = other.to;
    }
    return from < range.to ? [...alone, { ...range, from }] : alone;
  });
}

/** A range, and what it is in a document that has it. */
function told({ client, from, to }: Range, document: Y.Doc): string {
  const kinds: string[] = [];
  for (let clock = from; clock < to;) {
    const item = Y.getItem(document.store, Y.createID(client, clock)) as Y.Item | Y.GC;
    kinds.push(kindOf(item));
    clock = item.id.clock + item.length;
  }
  return `client ${client}, ${from} to ${to - 1}: ${kinds.join(', ')}`;
}

function kindOf(item: Y.Item | Y.GC): string {
  const content: unknown = item instanceof Y.Item ? item.content : null;
  if (content instanceof Y.ContentFormat) return `mark ${content.key} ${JSON.stringify(content.value)}`;
  return content instanceof Y.ContentString ? `letters ${JSON.stringify(content.str)}` : 'an element, or deleted';
}

function waitingIn({ store: { pendingStructs, pendingDs } }: Y.Doc): string[] {
  const missing = [...(pendingStructs?.missing ?? [])].map(([client, clock]) => `something for client ${client} at ${clock}`);
  return [...missing, ...(pendingDs ? ['a deletion of what is not there'] : [])];
}

/** Clients of an update with the clocks that it brings, and how many ranges it deletes. */
function rangesIn(update: Uint8Array): string[] {
  const { from, to } = Y.parseUpdateMeta(update);
  const deletions = [...Y.decodeUpdate(update).ds.clients.values()].flat().length;
  return [...[...from].map(([client, clock]) => `${client}: ${clock} to ${(to.get(client) ?? 0) - 1}`), `${deletions} deletions`];
}

const around = 40;

function textDifference(window: string, store: string): string[] {
  if (window === store) return [];
  let at = 0;
  while (window[at] === store[at]) at += 1;
  const part = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - around), at + around));
  return [`texts part at ${at}: ${part(window)} in the window, ${part(store)} in the store`];
}
