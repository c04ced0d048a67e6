/** One window of the shared notes in a storm: the tab's own provider on a line that breaks, random edits, and what it was told is stored. */
import { HocuspocusProvider } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { liveDocumentName, livePath, notesFragment } from '#api/note/contract.ts';
import type { Chance } from '#infra/local/m365/generate/seeded.ts';
import { isStored, readStored } from '#tabs/note/use-stored.ts';

export type StormEditor = {
  document: Y.Doc;
  /** One edit: some letters, a deletion, a new line, or letters made bold. */
  edit(chance: Chance): void;
  leave(): void;
  come(): void;
  /** What it was last told is stored. */
  stored(): Y.Snapshot | null;
  /** Everything here is stored, and it is connected. */
  calm(): boolean;
  heard(): number;
  close(): void;
};

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
  const provider = new HocuspocusProvider({
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
    edit: (chance) => document.transact(() => editOnce(lines, chance)),
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

function editOnce(lines: Y.XmlFragment, chance: Chance): void {
  const text = lines.length === 0 ? null : textOf(lines.get(chance.whole(lines.length)));
  const length = text?.length ?? 0;
  const what = chance.whole(10);
  if (!text || what === 0) {
    const line = new Y.XmlElement('paragraph');
    line.insert(0, [new Y.XmlText(lettersOf(chance))]);
    lines.insert(chance.whole(lines.length + 1), [line]);
  } else if (what === 1 && length > 4) text.delete(chance.whole(length - 3), 1 + chance.whole(3));
  else if (what === 2 && length > 2) text.format(chance.whole(length - 1), 1, { bold: {} });
  else text.insert(chance.whole(length + 1), lettersOf(chance));
}

const textOf = (line: unknown): Y.XmlText | null => {
  const first: unknown = line instanceof Y.XmlElement ? line.get(0) : null;
  return first instanceof Y.XmlText ? first : null;
};
const lettersOf = (chance: Chance): string =>
  Array.from({ length: 1 + chance.whole(6) }, () => String.fromCharCode(97 + chance.whole(26))).join('');
