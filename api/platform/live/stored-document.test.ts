/** Stored documents against what people saw, without sockets or a store: what is bold stays bold, whatever was stored together and whenever Samtal ended. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { emptyText, givenCrossedMarks, givenTogether, starred, wordsIn } from '#test/given/crossed-marks.ts';
import { createLog } from '../log/log.ts';
import { createKeeper, type Keeper, type Written } from './keeper.ts';
import { storedDocument, takeStored } from './stored-document.ts';

const log = createLog('silent');
const clock = { now: (): Date => new Date(0) };
const writers = ['anna', 'anna', 'bo'];
type Window = { document: Y.Doc; up: Uint8Array[]; down: Uint8Array[] };
/** Two people with three windows, the server's document in the middle, and a store that outlives it. */
function givenSession() {
  const stored = [emptyText];
  const windows = writers.map((): Window => {
    const one: Window = { document: storedDocument([emptyText]), up: [], down: [] };
    one.document.on('update', (update: Uint8Array, origin: unknown) => origin !== 'server' && one.up.push(update));
    return one;
  });
  let announced = '';
  const begin = (): { document: Y.Doc; keeper: Keeper } => {
    const document = new Y.Doc();
    takeStored(document, stored);
    const append = async (written: Written[]): Promise<'stored'> => {
      stored.push(...written.map(({ update }) => update));
      return 'stored';
    };
    const announce = (message: string): void => void (announced = message);
    const keeper = createKeeper({ name: 'n', append, announce, onClosed: () => undefined, log, clock, restMs: () => 0 }, stored);
    document.on('update', (update: Uint8Array, origin: unknown) => {
      windows.forEach(({ down }) => down.push(update));
      keeper.push({ by: writers[Number(origin)] ?? '', update });
    });
    return { document, keeper };
  };
  let server = begin();
  const up = (at: number): void => {
    for (const update of windows[at]?.up.splice(0) ?? []) Y.applyUpdate(server.document, update, at);
  };
  const down = ({ document, down: waiting }: Window): void => {
    for (const update of waiting.splice(0)) Y.applyUpdate(document, update, 'server');
  };
  const share = (): void => {
    while (windows.some((one) => one.up.length + one.down.length > 0))
      for (const [at, one] of windows.entries()) {
        up(at);
        down(one);
      }
  };
  return {
    windows,
    up,
    down,
    store: () => server.keeper.drained(),
    /** What waits is gone; windows that come back give what they have and take what is there. */
    kill() {
      server.keeper.abandon();
      server = begin();
      windows.forEach((one) =>
        Object.assign(one, { up: [Y.encodeStateAsUpdate(one.document)], down: [Y.encodeStateAsUpdate(server.document)] }),
      );
    },
    share,
    async end() {
      share();
      await server.keeper.drained();
      const { snapshot } = JSON.parse(announced || server.keeper.storedMessage()) as { snapshot: string };
      return { stored, announced: Y.decodeSnapshot(Buffer.from(snapshot, 'base64')) };
    },
  };
}

const command = fc.record({
  at: fc.nat(writers.length - 1),
  what: fc.constantFrom('type', 'type bold', 'type bold', 'bold', 'delete', 'delete', 'delete'),
  // Near the beginning of the text, where several meet and where Yjs tidies up most.
  from: fc.nat(2),
  count: fc.integer({ min: 1, max: 2 }),
  then: fc.constantFrom('share', 'share', 'share', 'share', 'store', 'store', 'store', 'send', 'take', 'kill'),
});
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

async function carryOut(session: ReturnType<typeof givenSession>, { at, what, from, count, then }: Command): Promise<void> {
  const one = session.windows[at] as Window;
  const words = wordsIn(one.document);
  const place = from % (words.length + 1);
  const some = Math.min(count, words.length - place);
  if (what === 'type' || what === 'type bold') words.insert(place, 'ab'.slice(0, count), what === 'type' ? {} : { bold: {} });
  else if (what === 'bold' && some > 0) words.format(place, some, { bold: {} });
  else if (what === 'delete' && some > 0) words.delete(place, some);
  if (then === 'share') session.share();
  else if (then === 'send') session.up(at);
  else if (then === 'take') session.down(one);
  else if (then === 'store') {
    session.share();
    await session.store();
  } else session.kill();
}

/** Others in which the same might have been stored: backwards, every second one first, the latter half first. */
function ordersOf<T>(all: T[]): T[][] {
  const half = Math.floor(all.length / 2);
  const odd = (_one: T, at: number): boolean => at % 2 === 1;
  return [[...all].reverse(), [...all.filter(odd), ...all.filter((one, at) => !odd(one, at))], [...all.slice(half), ...all.slice(0, half)]];
}

describe('a stored document', () => {
  it('shows bold words typed between marks whose own words were deleted in the meantime', () => {
    const { document, seen, stored } = givenCrossedMarks();
    expect(starred(document)).toBe(seen);
    const kept = storedDocument(stored.map(({ update }) => update));
    expect(starred(kept)).toBe(seen);
    expect(Y.equalSnapshots(Y.snapshot(kept), Y.snapshot(document))).toBe(true);
  });

  it('shows everything, also when one came so late that Yjs takes what waited for it to wait for more', () => {
    const { cai, anna, bo, typed } = givenTogether();
    [cai, cai, anna, bo, anna, anna].forEach((one, at) => wordsIn(one).insert(at < 2 ? 0 : at, 'abcdef'.charAt(at)));
    expect(starred(bo)).toBe('bacdef');
    const order = [3, 1, 5, 0, 2, 4].flatMap((at) => typed[at] ?? []);
    const kept = storedDocument([emptyText, ...order]);
    expect(starred(kept)).toBe('bacdef');
    expect(kept.store.pendingStructs).toBeNull();
  });

  it('is what all windows show and what was announced, whatever was written, stored together or cut off', { timeout: 20_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 15, maxLength: 30, size: 'max' }), async (commands) => {
        const session = givenSession();
        for (const one of commands) await carryOut(session, one);
        const { stored: updates, announced } = await session.end();
        const stored = storedDocument(updates);
        for (const { document } of session.windows) {
          expect(starred(document)).toBe(starred(stored));
          expect(Y.equalSnapshots(Y.snapshot(document), Y.snapshot(stored))).toBe(true);
        }
        expect(Y.equalSnapshots(announced, Y.snapshot(stored))).toBe(true);
        for (const other of ordersOf(updates).map(storedDocument)) {
          expect(starred(other)).toBe(starred(stored));
          expect(Y.equalSnapshots(Y.snapshot(other), Y.snapshot(stored))).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is not made of an update that Yjs cannot take', () => {
    expect(() => storedDocument([Uint8Array.from([1, 1, 1, 1, 200])])).toThrow();
  });
});
