/** "Saved" means: nothing in this browser is missing in the store. Compared with what Yjs itself would add. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { emptyText, givenCrossedMarks, wordsIn } from '#test/given/crossed-marks.ts';
import { storedDocument } from '#api/platform/live/stored-document.ts';
import { isByHand, isStored, readStored } from './use-stored.ts';

type Edit = { by: 0 | 1; at: number; text: string } | { by: 0 | 1; at: number; drop: number } | { store: number } | { meet: true };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ by: fc.constantFrom(0 as const, 1 as const), at: fc.nat(40), text: fc.string({ minLength: 1, maxLength: 5 }) }),
  fc.record({ by: fc.constantFrom(0 as const, 1 as const), at: fc.nat(40), drop: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ store: fc.nat(3) }),
  fc.record({ meet: fc.constant(true as const) }),
);

/** Yjs' own answer: would the local state change the stored document? */
function addsNothing(local: Y.Doc, stored: Y.Doc): boolean {
  const before = Y.snapshot(stored);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(stored));
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(local));
  return Y.equalSnapshots(before, Y.snapshot(copy));
}

const sent = (doc: Y.Doc): Y.Snapshot => Y.decodeSnapshot(Y.encodeSnapshot(Y.snapshot(doc)));

describe('what is stored', () => {
  it('agrees with Yjs, whatever two people write, delete and store', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
        const docs = [new Y.Doc(), new Y.Doc()] as const;
        const stored = new Y.Doc();
        const waiting: Uint8Array[][] = [[], []];
        docs.forEach((doc, by) => doc.on('update', (update: Uint8Array, origin) => origin !== 'other' && waiting[by]?.push(update)));
        for (const one of edits) {
          if ('meet' in one) {
            Y.applyUpdate(docs[0], Y.encodeStateAsUpdate(docs[1]), 'other');
            Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]), 'other');
          } else if ('store' in one) {
            for (const queue of waiting) queue.splice(0, one.store).forEach((update) => Y.applyUpdate(stored, update));
          } else {
            const text = docs[one.by].getText('t');
            const at = text.length === 0 ? 0 : one.at % text.length;
            if ('text' in one) text.insert(at, one.text);
            else if (text.length > 0) text.delete(at, Math.min(one.drop, text.length - at));
          }
          for (const doc of docs) expect(isStored(Y.snapshot(doc), sent(stored))).toBe(addsNothing(doc, stored));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('sees a deletion that is not stored yet', () => {
    const local = new Y.Doc();
    local.getText('t').insert(0, 'abc');
    const stored = new Y.Doc();
    Y.applyUpdate(stored, Y.encodeStateAsUpdate(local));
    expect(isStored(Y.snapshot(local), sent(stored))).toBe(true);
    local.getText('t').delete(1, 1);
    expect(isStored(Y.snapshot(local), sent(stored))).toBe(false);
  });

  it('joins ranges that touch', () => {
    const local = { sv: new Map(), ds: { clients: new Map([[1, [{ clock: 0, len: 4 }]]]) } };
    const stored = {
      sv: new Map(),
      ds: {
        clients: new Map([
          [
            1,
            [
              { clock: 2, len: 2 },
              { clock: 0, len: 2 },
            ],
          ],
        ]),
      },
    };
    expect(isStored(local, stored)).toBe(true);
    expect(isStored(stored, local)).toBe(true);
  });
});

describe("the server's message", () => {
  it('gives the snapshot', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'hello');
    const snapshot = Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('base64');
    const bytes = readStored(JSON.stringify({ kind: 'stored', snapshot }));
    expect(bytes && Y.equalSnapshots(Y.decodeSnapshot(bytes), Y.snapshot(doc))).toBe(true);
  });

  it.each(['', 'hello', 'null', '{"kind":"other","snapshot":"AAA="}', '{"kind":"stored"}'])('leaves others alone: %s', (payload) => {
    expect(readStored(payload)).toBeNull();
  });
});

it('What Yjs tidies up by itself on a page, and nobody stores, is told apart from what somebody types there', () => {
  const { stored: written } = givenCrossedMarks();
  const [anna] = written.map(({ update }) => update) as [Uint8Array];
  const stored = Y.snapshot(storedDocument([anna]));
  const reader = new Y.Doc();
  const changes: { byHand: boolean; local: boolean }[] = [];
  reader.on('update', (_update: Uint8Array, origin: unknown, _document: Y.Doc, transaction: Y.Transaction) =>
    changes.push({ byHand: isByHand(origin, transaction), local: transaction.local }),
  );
  Y.applyUpdate(reader, emptyText, 'provider');
  Y.applyUpdate(reader, anna, 'provider');
  expect(isStored(Y.snapshot(reader), stored)).toBe(false);
  expect(changes).toContainEqual({ byHand: false, local: true });
  expect(changes.some(({ byHand }) => byHand)).toBe(false);
  reader.transact(() => wordsIn(reader).insert(0, 'x'), 'editor');
  expect(changes.at(-1)).toEqual({ byHand: true, local: true });
});
