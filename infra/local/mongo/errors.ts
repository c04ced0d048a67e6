/** Errors as MongoDB reports them: a number, its name, a sentence. Which situation is which error is decided where it happens. */
import type { Doc } from './values/types.ts';

const names: Record<number, string> = {
  2: 'BadValue',
  8: 'UnknownError',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  100: 'UnsatisfiableWriteConcern',
  115: 'CommandNotSupported',
  168: 'InvalidPipelineOperator',
  197: 'InvalidIndexSpecificationOption',
  225: 'TransactionTooOld',
  246: 'SnapshotUnavailable',
  263: 'OperationNotSupportedInTransaction',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  40414: 'IDLFailedToParse',
  40415: 'IDLUnknownField',
};

export class StoreError extends Error {
  readonly code: number;
  /** Further fields of the answer, such as keyPattern. */
  readonly extra: Doc;

  constructor(code: number, message: string, extra: Doc = {}) {
    super(message);
    this.code = code;
    this.extra = extra;
  }
}

export const nameOfCode = (code: number): string => names[code] ?? `Location${code}`;

/** Any thrown thing as a StoreError; what nobody foresaw becomes UnknownError with its own words. */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  if (error instanceof RangeError && /call stack/i.test(error.message)) return new StoreError(15, 'The document is nested too deeply');
  if (error instanceof Error && error.name.startsWith('BSON')) return new StoreError(22, error.message);
  return new StoreError(8, error instanceof Error ? error.message : String(error));
}

/** The body of a failed command's answer. */
export function errorReply(error: StoreError): Doc {
  return { ok: 0, errmsg: error.message, code: error.code, codeName: nameOfCode(error.code), ...error.extra };
}
