/** A stored document: its bytes, and the document itself once somebody needed it. Neither is ever changed; an update makes new ones. */
import { decode, type Doc } from '../values/types.ts';

export type Row = {
  /** Place in the order of insertion; the row's name on disk. */
  readonly order: number;
  readonly idKey: string;
  raw: Uint8Array;
  doc: Doc | null;
};

export const docOf = (row: Row): Doc => (row.doc ??= decode(row.raw));
