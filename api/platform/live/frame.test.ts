import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readFrame } from './frame.ts';

const varUint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varUint(Math.floor(value / 128))]);
const sized = (bytes: Uint8Array): number[] => [...varUint(bytes.length), ...bytes];
const text = (value: string): number[] => sized(new TextEncoder().encode(value));
const frame = (...parts: number[][]): Uint8Array => Uint8Array.from([...text('talk.one'), ...parts.flat()]);
const update = (words: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = 4_000_000_000;
  doc.getText('words').insert(0, words);
  return Y.encodeStateAsUpdate(doc);
};

describe('frames that are let through', () => {
  it.each([
    ['a token', frame([2, 0], text('header.body.signature')), 'sign-in'],
    ['what the client has', frame([0, 0], sized(Y.encodeStateVector(new Y.Doc()))), 'sync'],
    ['what the server misses', frame([0, 1], sized(update('missed'))), 'sync'],
    ['a reply', frame([4, 1], sized(update('missed'))), 'sync'],
    ['an update', frame([0, 2], sized(update('å, ä och ö 🌿'))), 'sync'],
    [
      'a cursor',
      frame([1], sized(Uint8Array.from([...varUint(1), ...varUint(3_000_000_000), 1, ...text('{"user":{"name":"Bo"}}')]))),
      'awareness',
    ],
    ['a farewell of a cursor', frame([1], sized(Uint8Array.from([1, 7, 2, ...text('null')]))), 'awareness'],
    ['a question who is here', frame([3]), 'who-is-here'],
    ['a leave', frame([7]), 'leave'],
  ])('%s', (_what, bytes, kind) => {
    expect(readFrame(bytes)).toMatchObject({ document: 'talk.one', kind });
  });
});

describe('frames that are not', () => {
  it.each([
    ['a message to one', frame([5], text('{"kind":"stored"}'))],
    ['a message to all in the name of the server', frame([6], text('{"kind":"stored"}'))],
    ['an acknowledgement', frame([8, 1])],
    ['an unknown kind', frame([99])],
    ['an empty token', frame([2, 0], text(''))],
    ['a permission', frame([2, 2], text('read-write'))],
    ['an unknown step', frame([0, 3], sized(update('x')))],
    ['an update with more behind it', frame([0, 2], sized(update('x')), [1])],
    ['an update that is none', frame([0, 2], sized(Uint8Array.from([5, 5, 5, 5])))],
    ['a cursor that is no JSON', frame([1], sized(Uint8Array.from([1, 7, 2, ...text('{')])))],
    ['a cursor that is a list', frame([1], sized(Uint8Array.from([1, 7, 2, ...text('[]')])))],
    ['a cursor with a whole book in it', frame([1], sized(Uint8Array.from([1, 7, 2, ...text(JSON.stringify({ a: 'x'.repeat(4_000) }))])))],
    ['a name that is too long', Uint8Array.from([...text('n'.repeat(201)), 3])],
    ['a name that is no text', Uint8Array.from([2, 255, 254, 3])],
  ])('%s', (_what, bytes) => {
    expect(readFrame(bytes)).toBeNull();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = readFrame(bytes);
        expect(read === null || typeof read.document === 'string').toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets no update through that was cut off', () => {
    const whole = frame([0, 2], sized(update('a sentence that is long enough to be cut')));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(readFrame(whole.subarray(0, length))).toBeNull();
      }),
    );
  });

  it('gives the update of a frame that changes something, and only of those', () => {
    expect(readFrame(frame([0, 2], sized(update('x'))))?.update).toEqual(update('x'));
    expect(readFrame(frame([0, 0], sized(Y.encodeStateVector(new Y.Doc()))))?.update).toBeUndefined();
  });
});
