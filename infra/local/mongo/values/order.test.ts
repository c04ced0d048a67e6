/** The order of values: exact over all types, and the same in the texts that indexes are sorted by. */
import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSortedList } from '../engine/sorted-list.ts';
import { compare, equals } from './compare.ts';
import { calculate } from './numbers.ts';
import { orderKey } from './order-key.ts';

const scalar = fc.oneof(
  fc.integer().map((value) => new Int32(value)),
  fc.double().map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.constantFrom(2n ** 53n, 2n ** 53n + 1n, 2n ** 53n - 1n, -(2n ** 53n) - 1n).map((value) => Long.fromBigInt(value)),
  fc.constantFrom(2 ** 53, 0, -0, 0.1, Infinity, -Infinity, NaN).map((value) => new Double(value)),
  fc.integer({ min: -1000, max: 1000 }).map((value) => Decimal128.fromString(`${value / 4}`)),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 4 }).map((value) => new Binary(value)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((value) => new ObjectId(value)),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => new Timestamp(value)),
  fc.constantFrom<unknown>(null, new MinKey(), new MaxKey(), new BSONRegExp('a', 'i'), new BSONRegExp('a')),
);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'ab', ''), scalar, { maxKeys: 2 }),
);
const sign = (order: number): number => Math.sign(order) + 0;

describe('the order of values', () => {
  it('is the same in their texts, also after one another', () => {
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const [left, right] = [orderKey(a) + orderKey(c), orderKey(b) + orderKey(d)];
        const order = compare(a, b) || compare(c, d);
        expect(left < right ? -1 : left > right ? 1 : 0).toBe(sign(order));
      }),
      { numRuns: 3000 },
    );
  });

  it('is an order', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(compare(a, a)).toBe(0);
        expect(sign(compare(a, b))).toBe(sign(-compare(b, a)));
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [Long.fromString('9007199254740993'), new Double(9007199254740992), 1],
    [Decimal128.fromString('0.1'), new Double(0.1), -1],
    [Decimal128.fromString('1E+400'), new Double(Number.MAX_VALUE), 1],
    [Decimal128.fromString('1E+400'), new Double(Infinity), -1],
    [Decimal128.fromString('1.50'), new Double(1.5), 0],
    [Decimal128.fromString('NaN'), new Double(NaN), 0],
    [new Double(NaN), new Double(-Infinity), -1],
  ])('compares numbers exactly: %s and %s', (a, b, order) => {
    expect(sign(compare(a, b))).toBe(order);
    expect(sign(compare(b, a))).toBe(order === 0 ? 0 : -order);
  });
});

describe('sums and products', () => {
  it.each([
    ['+', new Int32(1), new Int32(2), new Int32(3)],
    ['+', new Int32(2147483647), new Int32(1), Long.fromNumber(2147483648)],
    ['+', Long.fromNumber(1), new Int32(1), Long.fromNumber(2)],
    ['+', Long.fromNumber(1), new Double(0.5), new Double(1.5)],
    ['*', new Int32(100000), new Int32(100000), Long.fromNumber(10000000000)],
    ['+', Decimal128.fromString('0.1'), Decimal128.fromString('0.2'), Decimal128.fromString('0.3')],
    ['*', Decimal128.fromString('1.10'), new Int32(3), Decimal128.fromString('3.30')],
    ['+', Decimal128.fromString('0.1'), new Double(0.2), Decimal128.fromString('0.3')],
  ] as const)('%s of %s and %s', (operation, a, b, result) => {
    const given = calculate(operation, a, b);
    expect(equals(given, result)).toBe(true);
    expect((given as Int32)._bsontype).toBe(result._bsontype);
  });

  it('refuse to overflow', () => {
    expect(() => calculate('+', Long.MAX_VALUE, new Int32(1))).toThrow('integer overflow');
  });
});

describe('a sorted list', () => {
  it('holds what was added and not removed, in order, from either end', () => {
    const key = fc.constantFrom('a', 'ab', 'b', 'c', 'd');
    const step = fc.record({ add: fc.boolean(), key, order: fc.nat(200) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 1500, minLength: 600 }), key, key, (steps, from, to) => {
        const list = createSortedList<string>();
        const model = new Map<string, { key: string; order: number }>();
        for (const { add, key: text, order } of steps) {
          const name = `${text} ${order}`;
          if (!add) list.remove(text, order);
          else if (!model.has(name)) list.add({ key: text, order, value: name });
          if (add) model.set(name, { key: text, order });
          else model.delete(name);
        }
        const within = [...model].filter(([, one]) => one.key >= from && one.key < to);
        const sought = within.sort(([, a], [, b]) => (a.key === b.key ? a.order - b.order : a.key < b.key ? -1 : 1)).map(([name]) => name);
        expect(list.size).toBe(model.size);
        expect([...list.range(from, to)].map(({ value: name }) => name)).toEqual(sought);
        expect([...list.range(from, to, true)].map(({ value: name }) => name)).toEqual(sought.reverse());
      }),
      { numRuns: 30 },
    );
  });
});
