/** The history of shared notes on a store of its own: whatever is folded when, and by how many at once, every earlier state can be read again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { storedDocument } from '#api/platform/live/stored-document.ts';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { createSeal } from '#api/platform/seal/seal.ts';
import { givenCrossedMarks, starred } from '#test/given/crossed-marks.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { appendSharedNotes, foldSharedNotes, readStoredNotes } from '../load-shared-notes.ts';
import { openUpdates } from '../open-updates.ts';
import { findWritings } from './find-writings.ts';
import { stepsOf, stoodAt } from './rules.ts';

const db = givenOwnDb('history');
const of = { tenantId: 'tenant', talkId: 'talk' };
const minute = (count: number): Date => new Date(Date.UTC(2027, 1, 1, 9, count));

function givenNotes() {
  let now = minute(0);
  const seal = createSeal(db(), { wrap: async (key) => key, unwrap: async (key) => key });
  const platform = { db: db(), seal, clock: { now: () => now }, log: createLog('silent') } as unknown as Platform;
  const document = new Y.Doc();
  const text = document.getText('words');
  let waiting: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => waiting.push(update));
  const stood = async (at: Date): Promise<string> => {
    const writings = (await findWritings(db(), of)).filter((one) => stoodAt(one, at));
    const updates = (await openUpdates(platform, of, writings)).map(({ update }) => update);
    return storedDocument(updates).getText('words').toJSON();
  };
  return {
    platform,
    text,
    stood,
    /** Somebody writes at a minute; it is appended as the live socket does. */
    async write(by: string, at: number, change: () => void) {
      now = minute(at);
      change();
      await appendSharedNotes(
        platform,
        of,
        waiting.map((update) => ({ by, update })),
      );
      waiting = [];
    },
    fold: () => foldSharedNotes(platform, of),
    stored: async (): Promise<string> => (await readStoredNotes(platform, of)).getText('words').toJSON(),
  };
}

describe('the history of shared notes', () => {
  it('gives every earlier state and every writer, whatever was folded in between', async () => {
    const edit = fc.record({
      by: fc.constantFrom('anna', 'bo'),
      word: fc.stringMatching(/^[a-z]{1,6}$/),
      drop: fc.boolean(),
      folds: fc.constantFrom(0, 0, 1, 2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
        await db().connection.collection('sharedNotes').deleteMany({});
        await db().connection.collection('noteHistory').deleteMany({});
        const notes = givenNotes();
        const states: string[] = [];
        for (const [at, { by, word, drop, folds }] of edits.entries()) {
          await notes.write(by, at * 10, () => {
            if (drop && notes.text.length > 2) notes.text.delete(0, 2);
            notes.text.insert(notes.text.length, word);
          });
          states.push(notes.text.toJSON());
          // Two at once: one of them does nothing.
          await Promise.all(Array.from({ length: folds }, notes.fold));
        }
        expect(await notes.stored()).toBe(states.at(-1));
        for (const [at, state] of states.entries()) expect(await notes.stood(minute(at * 10))).toBe(state);
        expect(await notes.stood(minute(-1))).toBe('');
        const steps = stepsOf(await findWritings(db(), of));
        expect(steps.map(({ by, to }) => ({ by, to }))).toEqual(edits.map(({ by }, at) => ({ by: [by], to: minute(at * 10) })));
      }),
      { numRuns: 8 },
    );
  });

  it('leaves bold what everybody saw in bold, before and after a folding', async () => {
    const { platform, fold } = givenNotes();
    const { seen, stored } = givenCrossedMarks();
    await appendSharedNotes(platform, of, stored);
    expect(starred(await readStoredNotes(platform, of))).toBe(seen);
    await fold();
    expect(starred(await readStoredNotes(platform, of))).toBe(seen);
  });

  it('begins with the notes as they stood when nobody kept steps', async () => {
    const notes = givenNotes();
    await notes.write('anna', 0, () => notes.text.insert(0, 'old '));
    await notes.fold();
    await db()
      .connection.collection('sharedNotes')
      .updateMany({}, { $set: { history: [], historyBytes: 0 } });
    await notes.write('bo', 10, () => notes.text.insert(4, 'new'));
    await notes.fold();
    expect([await notes.stood(minute(9)), await notes.stood(minute(10))]).toEqual(['old ', 'old new']);
    expect(stepsOf(await findWritings(db(), of))).toEqual([{ by: ['bo'], from: minute(10), to: minute(10) }]);
  });

  it('begins anew when it has grown too large, and leaves nothing behind', async () => {
    const notes = givenNotes();
    await notes.write('anna', 0, () => notes.text.insert(0, 'first'));
    await notes.fold();
    await db()
      .connection.collection('sharedNotes')
      .updateMany({}, { $set: { historyBytes: 100_000_000 } });
    await notes.write('anna', 10, () => notes.text.delete(0, 5));
    await notes.write('bo', 20, () => notes.text.insert(0, 'second'));
    await notes.fold();
    expect(await db().connection.collection('noteHistory').countDocuments({})).toBe(1);
    expect([await notes.stood(minute(5)), await notes.stood(minute(20)), await notes.stored()]).toEqual(['first', 'second', 'second']);
  });

  it('is sealed', async () => {
    const notes = givenNotes();
    await notes.write('anna', 0, () => notes.text.insert(0, 'kantarell'));
    await notes.fold();
    for (const name of ['sharedNotes', 'noteHistory']) {
      const all = await db().connection.collection(name).find({}, { raw: true }).toArray();
      expect(all.length).toBeGreaterThan(0);
      for (const raw of all)
        for (const form of ['utf8', 'utf16le'] as const)
          expect(String((raw as unknown as Buffer).includes(Buffer.from('kantarell', form)))).toBe('false');
    }
  });
});
