/** Values in error messages, in the form that MongoDB's own messages have. */
import { Long, type ObjectId } from 'bson';
import { typeOf, type Doc } from './types.ts';

export function show(value: unknown): string {
  const type: string = typeOf(value);
  switch (type) {
    case 'object':
      return showDoc(value as Doc);
    case 'array':
      return `[ ${(value as unknown[]).map(show).join(', ')} ]`;
    case 'string':
      return JSON.stringify(value);
    case 'objectId':
      return `ObjectId('${(value as ObjectId).toHexString()}')`;
    case 'date':
      return `new Date(${Number(value)})`;
    case 'null':
    case 'undefined':
      return String(value);
    case 'long':
      return value instanceof Long ? value.toString() : String(value);
    case 'double':
      return Number.isInteger(Number(value)) ? Number(value).toFixed(1) : String(value);
    case 'binData':
      return `BinData(${(value as { sub_type: number }).sub_type}, ${(value as { toString(encoding: string): string }).toString('hex').toUpperCase()})`;
    default:
      return String(value);
  }
}

function showDoc(value: Doc): string {
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${show(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
