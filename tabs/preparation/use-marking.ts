/** Bold and lists in an answer, as changes of its plain text (api/preparation/rules/formatting.ts reads them). Pure, but for the last: it writes into a box. */

/** Put `insert` in the place of what stands from `from` to `to`, and select `select` afterwards. */
export type Edit = { from: number; to: number; insert: string; select: [number, number] };

const star = '**';

/** Makes the selected words bold, line by line, or plain again; with nothing selected, a place for bold words. */
export function makeBold(text: string, from: number, to: number): Edit {
  if (from === to) return { from, to, insert: star + star, select: [from + 2, from + 2] };
  const before = text.slice(Math.max(0, from - 2), from) === star;
  if (before && text.slice(to, to + 2) === star) {
    const inside = text.slice(from, to);
    return { from: from - 2, to: to + 2, insert: inside, select: [from - 2, to - 2] };
  }
  const lines = text.slice(from, to).split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const isBold = filled.length > 0 && filled.every((line) => /^\s*\*\*.+\*\*\s*$/.test(line));
  const insert = lines
    .map((line) =>
      isBold ? line.replace(/^(\s*)\*\*(.+)\*\*(\s*)$/, '$1$2$3') : line.replace(/^(\s*(?:- )?)(\S.*?)(\s*)$/, `$1${star}$2${star}$3`),
    )
    .join('\n');
  return { from, to, insert, select: [from, from + insert.length] };
}

/** Makes a list of the lines that the selection touches, or plain lines again. */
export function makeList(text: string, from: number, to: number): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const items = lines.filter((line) => line.trim() !== '');
  const isList = items.length > 0 && items.every((line) => line.startsWith('- '));
  const insert = lines
    .map((line) =>
      isList ? line.replace(/^- /, '') : line.startsWith('- ') || (line.trim() === '' && lines.length > 1) ? line : `- ${line}`,
    )
    .join('\n');
  return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] };
}

/** What Enter does at the end of a list's line: the next item, or out of the list from an empty one. @returns null: what it does anywhere else */
export function goOnList(text: string, at: number): Edit | null {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start, at);
  if (!line.startsWith('- ')) return null;
  if (line.trim() === '-') return { from: start, to: at, insert: '', select: [start, start] };
  return { from: at, to: at, insert: '\n- ', select: [at + 3, at + 3] };
}

/** Carries an edit out as typing, so that the box's own undo takes it back. */
export function carryOut(box: HTMLTextAreaElement, { from, to, insert, select }: Edit): void {
  box.focus();
  box.setSelectionRange(from, to);
  const typed = insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert);
  if (!typed) {
    box.setRangeText(insert, from, to, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  box.setSelectionRange(...select);
}
