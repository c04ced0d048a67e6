/** One window of the shared notes in a storm: the tab's own provider on a line that breaks, random edits, and what it was told is stored. */
import type { HocuspocusProvider } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { liveDocumentName, livePath, notesFragment } from '#api/note/contract.ts';
import type { Chance } from '#infra/local/m365/generate/seeded.ts';
import { NotesProvider } from '#tabs/note/use-provider.ts';
import { isStored, readStored } from '#tabs/note/use-stored.ts';

export type StormEditor = {
  document: Y.Doc;
  /** One edit: some letters, a deletion, a new line, letters made bold, or something else made of a line, as an editor does it. */
  edit(chance: Chance, letters: Letters): void;
  leave(): void;
  come(): void;
  /** What it was last told is stored. */
  stored(): Y.Snapshot | null;
  /** Everything here is stored, and it is connected. */
  calm(): boolean;
  heard(): number;
  close(): void;
};

/** The letters of a storm: each edit types one that nobody else types, so that it can be looked for in the end. */
export type Letters = {
  next(): string;
  take(words: string): void;
  /** Typed, deleted by nobody, and not in these words. */ goneFrom(words: string): number;
};

export function startLetters(): Letters {
  // Han signs first, then Hangul: enough for more edits than a storm has, and none is half a character.
  const [han, hangul, many] = [0x4e00, 0xac00, 20_000];
  const taken = new Set<string>();
  let count = 0;
  const letterAt = (at: number): string => String.fromCharCode(at < many ? han + at : hangul + at - many);
  return {
    next: () => letterAt((count += 1) - 1),
    take: (words) => [...words].forEach((letter) => taken.add(letter)),
    goneFrom(words) {
      const there = new Set(words);
      return Array.from({ length: count }, (_, at) => letterAt(at)).filter((letter) => !taken.has(letter) && !there.has(letter)).length;
    },
  };
}

/** A provider that is destroyed while it connects takes its listeners away first; in Node the socket's last error then needs one of ours. */
class LineSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    this.on('error', () => undefined);
  }
}

export function openEditor(port: number, talkId: string, token: () => Promise<string>): StormEditor {
  const document = new Y.Doc();
  const lines = document.getXmlFragment(notesFragment);
  let stored: Y.Snapshot | null = null;
  let heard = 0;
  let wanted = true;
  const provider = new NotesProvider({
    url: `ws://127.0.0.1:${port}${livePath}`,
    name: liveDocumentName(talkId),
    document,
    token,
    WebSocketPolyfill: LineSocket,
    delay: 50,
    minDelay: 50,
    maxDelay: 400,
    // Who comes back while the old connection is still closing is connected anew once it has closed.
    onDisconnect: () => queueMicrotask(() => wanted && !provider.configuration.websocketProvider.shouldConnect && void provider.connect()),
    onStateless: ({ payload }) => {
      const bytes = readStored(payload);
      if (!bytes) return;
      stored = Y.decodeSnapshot(bytes);
      heard += 1;
    },
  } as ConstructorParameters<typeof HocuspocusProvider>[0]);
  return {
    document,
    edit: (chance, letters) => document.transact(() => editOnce(lines, chance, letters)),
    leave() {
      wanted = false;
      provider.disconnect();
    },
    come() {
      wanted = true;
      void provider.connect();
    },
    stored: () => stored,
    calm: () => provider.synced && stored !== null && isStored(Y.snapshot(document), stored),
    heard: () => heard,
    close: () => provider.destroy(),
  };
}

function editOnce(lines: Y.XmlFragment, chance: Chance, letters: Letters): void {
  const place = chance.whole(Math.max(1, lines.length));
  const text = lines.length === 0 ? null : textOf(lines.get(place));
  const length = text?.length ?? 0;
  const what = chance.whole(12);
  const typed = (): string => letters.next().repeat(1 + chance.whole(6));
  if (!text || what === 0) lines.insert(chance.whole(lines.length + 1), [lineOf(typed(), 'paragraph')]);
  else if (what === 1 && length > 4) {
    const [from, count] = [chance.whole(length - 3), 1 + chance.whole(3)];
    letters.take(wordsOf(text).slice(from, from + count));
    text.delete(from, count);
  } else if (what === 2 && length > 2) text.format(chance.whole(length - 1), 1, { bold: {} });
  else if (what === 3) remake(lines, place, chance.oneIn(2) ? 'heading' : 'paragraph');
  else if (what === 4 && place + 1 < lines.length) joinWithNext(lines, place, text);
  else text.insert(chance.whole(length + 1), typed());
}

/** Another kind of line: a new one with the same words in its place. */
function remake(lines: Y.XmlFragment, at: number, name: string): void {
  const words = wordsOf(textOf(lines.get(at)));
  lines.delete(at);
  lines.insert(at, [lineOf(words, name)]);
}

function joinWithNext(lines: Y.XmlFragment, at: number, text: Y.XmlText): void {
  text.insert(text.length, wordsOf(textOf(lines.get(at + 1))));
  lines.delete(at + 1);
}

function lineOf(words: string, name: string): Y.XmlElement {
  const line = new Y.XmlElement(name);
  line.insert(0, [new Y.XmlText(words)]);
  return line;
}

const textOf = (line: unknown): Y.XmlText | null => {
  const first: unknown = line instanceof Y.XmlElement ? line.get(0) : null;
  return first instanceof Y.XmlText ? first : null;
};
const wordsOf = (text: Y.XmlText | null): string => ((text?.toDelta() ?? []) as { insert: string }[]).map(({ insert }) => insert).join('');
