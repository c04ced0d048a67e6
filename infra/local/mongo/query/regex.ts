/** MongoDB's regular expressions (PCRE) as JavaScript's. What JavaScript cannot express is an error, never a different match. */
import type { BSONRegExp } from 'bson';
import { StoreError } from '../errors.ts';

export function toRegExp(value: BSONRegExp | RegExp): RegExp {
  if (value instanceof RegExp) return value;
  let flags = 'u';
  for (const option of value.options) {
    if (!'imsux'.includes(option)) throw new StoreError(51108, `invalid flag in regex options: ${option}`);
    if (option === 'x') throw new StoreError(115, 'The regex option x is not supported by this store');
    if (option !== 'u' && !flags.includes(option)) flags += option;
  }
  try {
    return compiled(value.pattern, flags);
  } catch {
    throw new StoreError(51091, `Regular expression is invalid: ${value.pattern}`);
  }
}

/** JavaScript's unicode mode refuses escapes that PCRE takes as plain letters, such as `\-`. */
function compiled(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return new RegExp(pattern, flags.replace('u', ''));
  }
}
