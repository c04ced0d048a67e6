/** Operators of filters that look at a value's form: `$size`, `$type`, `$mod`, and bits. */
import { StoreError } from '../errors.ts';
import { integerOf, numberOf } from '../values/numbers.ts';
import { show } from '../values/show.ts';
import { isNumber, typeNumbers, typeOf, type TypeName } from '../values/types.ts';
import { missing } from './path.ts';

export type ValueTest = (value: unknown) => boolean;

/** The second part says whether arrays are looked at whole only. Throws for operators that do not exist. */
export function shapeTest(name: string, operand: unknown): [ValueTest, boolean?] {
  switch (name) {
    case '$size': {
      const size = isNumber(operand) ? integerOf(operand) : null;
      if (size === null || size < 0)
        throw new StoreError(2, `Failed to parse $size. Expected a non-negative integer in: $size: ${show(operand)}`);
      return [(value) => Array.isArray(value) && value.length === size, true];
    }
    case '$type': {
      const types = (Array.isArray(operand) ? operand : [operand]).flatMap(typeNames);
      return [(value) => value !== missing && types.includes(typeOf(value))];
    }
    case '$mod': {
      if (!Array.isArray(operand) || operand.length !== 2) throw new StoreError(2, 'malformed mod, not enough elements');
      const [divisor, rest] = operand.map((one) => Math.trunc(numberOf(one))) as [number, number];
      if (divisor === 0) throw new StoreError(2, 'divisor cannot be 0');
      return [(value) => isNumber(value) && Math.trunc(numberOf(value)) % divisor === rest];
    }
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return [bitsTest(name, operand)];
    default:
      throw new StoreError(2, `unknown operator: ${name}`);
  }
}

function typeNames(operand: unknown): TypeName[] {
  if (operand === 'number') return ['int', 'long', 'double', 'decimal'];
  if (typeof operand === 'string') {
    if (Object.hasOwn(typeNumbers, operand)) return [operand as TypeName];
    throw new StoreError(2, `Unknown type name alias: ${operand}`);
  }
  const found = Object.entries(typeNumbers).find(([, number]) => isNumber(operand) && number === numberOf(operand));
  if (!found) throw new StoreError(2, `Invalid numerical type code: ${show(operand)}`);
  return [found[0] as TypeName];
}

function bitsTest(name: string, operand: unknown): ValueTest {
  const positions = Array.isArray(operand) ? operand.map(numberOf) : bitsOf(operand);
  if (positions.some((at) => !Number.isInteger(at) || at < 0)) throw new StoreError(2, `${name} takes a number or an array of positions`);
  const set = (value: unknown, at: number): boolean => ((BigInt(numberOf(value)) >> BigInt(at)) & 1n) === 1n;
  const wanted = name.endsWith('Set');
  return (value) => {
    if (!isNumber(value) || integerOf(value) === null) return false;
    const fits = (at: number): boolean => set(value, at) === wanted;
    return name.startsWith('$bitsAll') ? positions.every(fits) : positions.some(fits);
  };
}

function bitsOf(operand: unknown): number[] {
  const mask = isNumber(operand) ? integerOf(operand) : null;
  if (mask === null || mask < 0) return [-1];
  return [...mask.toString(2)].reverse().flatMap((bit, at) => (bit === '1' ? [at] : []));
}
