/**
 * The live socket for real, for its tests: an HTTP server, documents kept in memory that can pause, fail or close, and the tab's own providers.
 * What a test started ends when the test does.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HocuspocusProvider } from '@hocuspocus/provider';
import { afterEach, expect, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Person } from '#api/platform/identity/actor.ts';
import type { LiveDocuments } from '#api/platform/live/documents.ts';
import { mountLive, type Live, type Pace } from '#api/platform/live/live.ts';
import { createLog } from '#api/platform/log/log.ts';
import { NotesProvider } from '#tabs/note/use-provider.ts';

export const name = 'talk.one';
export const origin = 'https://samtal.example';
const log = createLog('silent');
const clock = { now: (): Date => new Date(0) };
export const started: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of started.splice(0).reverse()) await stop();
});

/** Documents in memory. `gate` holds appends back; `failing` makes them fail; rights are a map from person to readOnly. */
export function memory() {
  const stored: Uint8Array[] = [];
  const rights = new Map(Object.entries({ anna: false, bo: false }));
  const state = { gate: Promise.resolve(), failing: false, down: false, closed: false, attempts: 0, rights, writers: new Set<string>() };
  const documents: LiveDocuments = {
    async admit(person, asked) {
      if (state.down) throw new Error('The store does not answer');
      const readOnly = state.rights.get(person.personId);
      return asked === name && readOnly !== undefined ? { readOnly } : null;
    },
    load: async () => [...stored],
    async append(_name, written) {
      state.attempts += 1;
      await state.gate;
      if (state.failing) throw new Error('The store does not answer');
      if (state.closed) return 'closed';
      stored.push(...written.map(({ update }) => update));
      written.forEach(({ by }) => state.writers.add(by));
      return 'stored';
    },
  };
  return { stored, state, documents };
}
type Memory = ReturnType<typeof memory>;

const verify = async (token: string): Promise<Person | null> =>
  token.startsWith('token-of-')
    ? { kind: 'person', tenantId: 't', personId: token.slice('token-of-'.length), name: '', isHr: false, token }
    : null;

export async function serveLive(
  { documents }: Memory,
  pace: Partial<Pace> = {},
): Promise<{ live: Live; url: string; stop(): Promise<void> }> {
  const server: Server = createServer((_request, response) => response.end());
  const quick: Partial<Pace> = { recheckMs: 600_000, admissionMs: 600_000, drainMs: 200, restMs: () => 5, ...pace };
  const live = mountLive({ server, path: '/live', verify, documents, log, clock, origins: [origin], pace: quick });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    await live.stop();
    await new Promise((resolve) => server.close(resolve));
  };
  started.push(stop);
  return { live, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/live`, stop };
}

/** A provider that is destroyed while it connects takes its listeners away first; in Node the socket's last error then needs one of ours. */
class ProviderSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    this.on('error', () => undefined);
  }
}

export function join(url: string, token: string, document = new Y.Doc()) {
  const messages: string[] = [];
  const happened = { denied: 0, closed: 0, scope: '' };
  const provider = new NotesProvider({
    url,
    name,
    token,
    document,
    WebSocketPolyfill: ProviderSocket,
    delay: 20,
    minDelay: 20,
    onStateless: ({ payload }) => messages.push(payload),
    onAuthenticationFailed: () => (happened.denied += 1),
    onAuthenticated: ({ scope }) => (happened.scope = scope),
    onClose: () => (happened.closed += 1),
  } as ConstructorParameters<typeof HocuspocusProvider>[0]);
  started.push(() => provider.destroy());
  const text = document.getText('words');
  return { provider, document, text, messages, happened, type: (words: string) => text.insert(text.length, words) };
}

export const until = (look: () => unknown): Promise<unknown> =>
  vi.waitFor(() => expect(look()).toBeTruthy(), { timeout: 5_000, interval: 10 });
export const textIn = (updates: Uint8Array[]): string => {
  const doc = new Y.Doc();
  updates.forEach((update) => Y.applyUpdate(doc, update));
  return doc.getText('words').toJSON();
};
/** Whether the newest "stored" message covers everything in the document. */
export const isStored = (document: Y.Doc, messages: string[]): boolean => {
  const last = messages.at(-1);
  if (!last) return false;
  const snapshot = Y.decodeSnapshot(Buffer.from((JSON.parse(last) as { snapshot: string }).snapshot, 'base64'));
  return Y.snapshotContainsUpdate(snapshot, Y.encodeStateAsUpdate(document));
};
