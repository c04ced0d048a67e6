/**
 * Masking: takes the names and addresses of other people out of what somebody has noted privately, before an access officer reads it (security.md, row 4). Knows
 * whom the directory knows and no more: who else is meant, and what can be told by what is said, is for the officer to judge. Pure.
 */
export type Named = {
  name: string;
  mail: string | null;
  /** Works here, or did: then a part of the name alone is masked too. Shared mailboxes and rooms are masked by the whole name only. */ isSomebody: boolean;
};
export type Masks = { person: string; address: string };
export type Masker = (text: string) => { text: string; masked: number };

/** A word with what hangs on it: Anna-Karin, O'Neill, Anna's. */
const words = /[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu;
/** Bounded everywhere, so that no text makes it slow. */
const addresses = /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/gu;
const genitive = /['’]?s$/iu;

const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('sv');
const startsLarge = (word: string): boolean => /^\p{Lu}/u.test(word);
const wordsIn = (name: string): string[] => [...name.matchAll(words)].map(([word]) => word);
/** Also the halves of a double name. Initials and words like “von” name nobody. */
const partsOf = (name: string): string[] =>
  wordsIn(name)
    .flatMap((word) => [word, ...word.split(/[-'’]/u)])
    .filter((part) => part.length > 1 && startsLarge(part))
    .map(plain);

/**
 * Every address of mail but the spared people's, and every name that the directory has of anybody else: the whole one however it is written, and a part of it
 * where it begins with a capital letter, with or without a genitive's s. Names beside each other are one mask.
 * @param spared the employee and the author of the notes: what is their name as well stays
 */
export function maskerOf(others: readonly Named[], spared: readonly Named[], masks: Masks): Masker {
  const sparedNames = new Set(spared.map(({ name }) => plain(wordsIn(name).join(' '))));
  const sparedParts = new Set(spared.flatMap(({ name }) => partsOf(name)));
  const sparedMails = new Set(spared.flatMap(({ mail }) => (mail ? [plain(mail)] : [])));
  const many = others.filter(({ name, isSomebody }) => isSomebody || wordsIn(name).length > 1);
  const names = new Set(many.map(({ name }) => plain(wordsIn(name).join(' '))).filter((name) => name.includes(' ')));
  const parts = new Set(others.filter(({ isSomebody }) => isSomebody).flatMap(({ name }) => partsOf(name)));
  for (const part of sparedParts) parts.delete(part);
  const longest = Math.max(1, ...[...names, ...sparedNames].map((name) => name.split(' ').length));
  const known = { names, parts, sparedNames, longest };
  return (text) => {
    let masked = 0;
    let from = 0;
    let made = '';
    const add = (some: { text: string; masked: number }): void => {
      made += some.text;
      masked += some.masked;
    };
    for (const { 0: address, index } of text.matchAll(addresses)) {
      if (sparedMails.has(plain(address))) continue;
      add(maskNames(text.slice(from, index), known, masks.person));
      add({ text: masks.address, masked: 1 });
      from = index + address.length;
    }
    add(maskNames(text.slice(from), known, masks.person));
    return { text: made, masked };
  };
}

type Known = { names: Set<string>; parts: Set<string>; sparedNames: Set<string>; longest: number };
type Word = { word: string; from: number; to: number };

function maskNames(text: string, known: Known, mask: string): { text: string; masked: number } {
  const found = [...text.matchAll(words)].map(({ 0: word, index }): Word => ({ word, from: index, to: index + word.length }));
  let [made, masked, from, lastMask] = ['', 0, 0, -1];
  for (let at = 0; at < found.length;) {
    const { isName, count, keeps } = whatStands(text, found, at, known);
    const [first, last] = [found[at], found[at + count - 1]];
    at += count;
    if (!isName || !first || !last) continue;
    const between = text.slice(from, first.from);
    // Right after another mask, it is the same person's or one more: one mask says as much.
    if (lastMask === from && /^\s*$/u.test(between) && masked > 0) made += keeps;
    else made += `${between}${mask}${keeps}`;
    masked += 1;
    from = last.to;
    lastMask = from;
  }
  return { text: made + text.slice(from), masked };
}

/** The longest name that begins at this word; `keeps`: what of its last word is no name, a genitive's s. */
function whatStands(text: string, found: Word[], at: number, known: Known): { isName: boolean; count: number; keeps: string } {
  for (let count = Math.min(known.longest, found.length - at); count > 0; count -= 1) {
    const some = found.slice(at, at + count);
    if (!some.every(({ from }, n) => n === 0 || /^\s{1,3}$/u.test(text.slice(some[n - 1]?.to, from)))) continue;
    const whole = some.map(({ word }) => word).join(' ');
    for (const said of [whole, whole.replace(genitive, '')]) {
      if (known.sparedNames.has(plain(said))) return { isName: false, count, keeps: '' };
      const isPart = count === 1 && startsLarge(said) && known.parts.has(plain(said));
      if (isPart || known.names.has(plain(said))) return { isName: true, count, keeps: whole.slice(said.length) };
    }
  }
  return { isName: false, count: 1, keeps: '' };
}
