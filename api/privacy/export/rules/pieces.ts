/** An export in pieces, and the pieces as JSON: as text that grows line by line, so that however much it is, little is in memory. Pure. */
import type { Exported } from '../contract.ts';

type Lists = { [M in keyof Exported as Exported[M] extends readonly unknown[] ? M : never]: Exported[M] };
type Single = { [M in Exclude<keyof Exported, keyof Lists>]: { member: M; value: Exported[M] } };
type List = { [M in keyof Lists]: { member: M; lines: AsyncIterable<Lists[M][number]> } };

/** A member of the whole: one value, or a list that comes line by line. */
export type Piece = Single[keyof Single] | List[keyof List];

/** The same of any file that is written member by member. */
export type FilePiece = { member: string; value: unknown } | { member: string; lines: AsyncIterable<object> };

/** The same text as `JSON.stringify` would make of the whole, but for line breaks between members and lines. */
export async function* jsonOf(pieces: AsyncIterable<FilePiece>): AsyncGenerator<string> {
  let before = '{\n';
  for await (const piece of pieces) {
    yield `${before}${JSON.stringify(piece.member)}:`;
    before = ',\n';
    if ('value' in piece) {
      yield JSON.stringify(piece.value);
      continue;
    }
    let separator = '[';
    for await (const line of piece.lines) {
      yield `${separator}\n${JSON.stringify(line)}`;
      separator = ',';
    }
    yield separator === '[' ? '[]' : '\n]';
  }
  yield before === '{\n' ? '{}\n' : '\n}\n';
}
