/** Shared notes as one person has them open: the tab's own provider on the live socket, with paragraphs typed at the end. */
import { HocuspocusProvider } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { liveDocumentName, livePath, notesFragment } from '#api/note/contract.ts';
import { until } from './until.ts';

export type OpenNotes = {
  /** What is seen now, one line per paragraph. */
  text(): string;
  /** Types a paragraph; resolves when the server says that it is stored. */
  type(paragraph: string): Promise<void>;
  mayWrite(): boolean | null;
  close(): void;
};

/** A provider that is destroyed while it connects takes its listeners away first; in Node the socket's last error then needs one of ours. */
class Socket extends WebSocket {
  constructor(url: string) {
    super(url);
    this.on('error', () => undefined);
  }
}

/** The text of a paragraph, its formatting left out. */
const lineOf = (piece: Y.XmlElement | Y.XmlText | Y.XmlHook): string =>
  piece instanceof Y.XmlElement
    ? piece
        .toArray()
        .map((inner) => (inner instanceof Y.XmlText ? inner.toJSON() : ''))
        .join('')
    : '';

/** Opens them; resolves when what is stored has come, or null when the server does not let this person in. */
export async function openNotes(samtalUrl: string, talkId: string, token: () => Promise<string>): Promise<OpenNotes | null> {
  const document = new Y.Doc();
  let admitted: 'refused' | 'read-write' | 'readonly' | null = null;
  let stored: Y.Snapshot | null = null;
  const provider = new HocuspocusProvider({
    url: `${samtalUrl.replace(/^http/, 'ws')}${livePath}`,
    name: liveDocumentName(talkId),
    document,
    token,
    WebSocketPolyfill: Socket,
    onAuthenticated: ({ scope }) => void (admitted = scope === 'read-write' ? 'read-write' : 'readonly'),
    onAuthenticationFailed: () => void (admitted = 'refused'),
    onStateless: ({ payload }) =>
      void (stored = Y.decodeSnapshot(Buffer.from((JSON.parse(payload) as { snapshot: string }).snapshot, 'base64'))),
  } as ConstructorParameters<typeof HocuspocusProvider>[0]);
  await until(() => admitted === 'refused' || provider.synced, { message: 'the notes are open' });
  if (admitted === 'refused') {
    provider.destroy();
    return null;
  }
  const fragment = document.getXmlFragment(notesFragment);
  return {
    text: () => fragment.toArray().map(lineOf).join('\n'),
    async type(paragraph) {
      const element = new Y.XmlElement('paragraph');
      element.insert(0, [new Y.XmlText(paragraph)]);
      fragment.push([element]);
      const update = Y.encodeStateAsUpdate(document);
      await until(() => stored !== null && Y.snapshotContainsUpdate(stored, update), { message: 'what was typed is stored' });
    },
    mayWrite: () => (admitted === null ? null : admitted === 'read-write'),
    close: () => provider.destroy(),
  };
}
