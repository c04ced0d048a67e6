/** Text that somebody wrote, made fit for a file: whatever is in it, the file opens and says the same. Changes nothing that can be read. */

/** Half a pair of UTF-16, which stands for no character. */
const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const breaks = /\r\n?|[\u0085\u2028\u2029]/g;
/** Controls, and what is no character at all: not allowed in a Word file's XML. */
const unprintable = /(?!\n)[\p{Cc}\uFFFE\uFFFF]/gu;
/** They turn the text around them about, so that a signed sentence could look like another one. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

/** The same words with one kind of line break, without signs that a file cannot hold, and U+FFFD for what is no character. */
export function readable(text: string): string {
  return text.replace(breaks, '\n').replaceAll('\t', ' ').replace(lone, '\uFFFD').replace(unprintable, '').replace(turning, '');
}
