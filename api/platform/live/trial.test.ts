import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { storedDocument } from './stored-document.ts';
import { createTrial, goodUpdates, type Verdict } from './trial.ts';

/** A small document with all that an editor makes: elements, marks, deleted text. */
function notes(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 4_000_000_000;
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('notes').insert(0, [paragraph, new Y.XmlElement('bulletList')]);
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  text.insert(0, 'hello world', { bold: {} });
  text.delete(2, 3);
  text.format(1, 4, { italic: {} });
  return Y.encodeStateAsUpdate(doc);
}
const isWhole = (update: Uint8Array): boolean => {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
};

const large = 1_000_000;
const trying = (document: Y.Doc, limit: number): ((update: Uint8Array) => Verdict) => {
  const judge = createTrial(document, limit);
  return (update) => judge(update).verdict;
};

describe('trying an update', () => {
  it('lets through only what the document then takes without fault', () => {
    const whole = notes();
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    let refused = 0;
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (broken) => {
        const document = new Y.Doc();
        const tryUpdate = trying(document, large);
        for (const changes of broken) {
          const update = Uint8Array.from(whole);
          for (const [at, byte] of changes) update[at] = byte;
          if (!isWhole(update)) continue;
          if (tryUpdate(update) === 'good') expect(() => Y.applyUpdate(document, update)).not.toThrow();
          else refused += 1;
        }
      }),
      { numRuns: 1_500 },
    );
    expect(refused).toBeGreaterThan(0);
  });

  it('takes a good update after a bad one, and one that came before what it builds on', () => {
    const source = new Y.Doc();
    const updates: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => updates.push(update));
    for (const letter of 'abc') source.getText('words').insert(0, letter);
    const [first, second, third] = updates as [Uint8Array, Uint8Array, Uint8Array];
    const document = new Y.Doc();
    const tryUpdate = trying(document, large);
    const take = (update: Uint8Array): void => {
      expect(tryUpdate(update)).toBe('good');
      Y.applyUpdate(document, update);
    };
    take(first);
    expect(tryUpdate(Uint8Array.from([1, 1, 1, 1, 200]))).toBe('bad');
    take(third);
    take(second);
    expect(document.getText('words').toJSON()).toBe('cba');
  });

  it('knows what came into the document while something was missing in it, however it came', () => {
    const source = new Y.Doc();
    const updates: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => updates.push(update));
    for (const letter of 'abcd') source.getText('words').insert(0, letter.repeat(300));
    const [first, second, third, fourth] = updates as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const document = new Y.Doc();
    const tryUpdate = trying(document, 1_000);
    expect(tryUpdate(second)).toBe('good');
    Y.applyUpdate(document, second);
    // Not tried: what a page brings while another update is being looked at.
    Y.applyUpdate(document, first);
    expect(tryUpdate(third)).toBe('good');
    Y.applyUpdate(document, third);
    expect(tryUpdate(fourth)).toBe('full');
    expect(document.getText('words').length).toBe(900);
  });
});

describe('a document that is nearly full', () => {
  it('takes what fits and what makes it smaller, and refuses the rest', () => {
    const document = new Y.Doc();
    const words = document.getText('words');
    words.insert(0, 'x'.repeat(900));
    const tryUpdate = trying(document, 1_000);
    const typed = (change: (text: Y.Text) => void): Uint8Array => {
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(document));
      change(other.getText('words'));
      return Y.encodeStateAsUpdate(other, Y.encodeStateVector(document));
    };
    const tooMuch = typed((text) => text.insert(900, 'y'.repeat(200)));
    expect(tryUpdate(tooMuch)).toBe('full');
    const little = typed((text) => text.insert(900, 'z'));
    expect(tryUpdate(little)).toBe('good');
    Y.applyUpdate(document, little);
    expect(tryUpdate(tooMuch)).toBe('full');
    const less = typed((text) => text.delete(0, 500));
    expect(tryUpdate(less)).toBe('good');
    Y.applyUpdate(document, less);
    expect(tryUpdate(tooMuch)).toBe('good');
  });
});

describe('good updates', () => {
  it('are all of them when nothing is spoilt', () => {
    expect(goodUpdates([])).toEqual([]);
    expect(goodUpdates([notes(), notes()])).toEqual([notes(), notes()]);
  });

  it('make a document that others can load, whatever was stored, and keep what came before', () => {
    const whole = notes();
    const first = new Y.Doc();
    first.getText('words').insert(0, 'kept');
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), (broken) => {
        const spoilt = broken.map((changes) => {
          const update = Uint8Array.from(whole);
          for (const [at, byte] of changes) update[at] = byte;
          return update;
        });
        const document = storedDocument(goodUpdates([Y.encodeStateAsUpdate(first), ...spoilt]));
        const loaded = new Y.Doc();
        Y.applyUpdate(loaded, Y.encodeStateAsUpdate(document));
        expect(loaded.getText('words').toJSON()).toBe('kept');
      }),
      { numRuns: 500 },
    );
  });
});
