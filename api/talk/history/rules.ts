/** Rules of looking back: whether a text holds all the words somebody looks for, and what is shown of it. */

/** How much of a text is shown around the first word found, in UTF-16 code units on each side. */
const around = 80;

/** Words as they are compared: small letters, compatible forms made one, nothing around them. */
const plain = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('sv');

export function wordsOf(wanted: string): string[] {
  return [...new Set(plain(wanted).split(/\s+/u).filter(Boolean))];
}

/**
 * A piece of the text around the first of the words, if all of them stand in it; whole words or parts, in any order, in capitals or not.
 * @returns null when one is missing or none is looked for
 */
export function excerptOf(text: string, words: readonly string[]): string | null {
  const normal = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  // The same length as what is cut from, letter by letter: small letters may be longer ("İ").
  const small = [...normal].map((letter) => (plain(letter).length === letter.length ? plain(letter) : letter)).join('');
  const places = words.map((word) => small.indexOf(word));
  const [first] = places;
  if (first === undefined || places.some((place) => place < 0)) return null;
  const start = whole(normal, Math.max(0, first - around));
  const end = whole(normal, Math.min(normal.length, first + (words[0]?.length ?? 0) + around));
  return `${start > 0 ? '…' : ''}${normal.slice(start, end).trim()}${end < normal.length ? '…' : ''}`;
}

/** Moves a cut off the middle of a surrogate pair. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at);
