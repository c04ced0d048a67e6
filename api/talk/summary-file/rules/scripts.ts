/** Which script a text is written in, as far as a page must know: which letters it needs, and which way it runs. Word decides this by itself; a PDF cannot. */

export const faces = ['text', 'hebrew', 'arabic', 'emoji'] as const;
export type Face = (typeof faces)[number];
export type Stretch = { text: string; face: Face };

const right = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const strong = /\p{L}/u;
/** What is drawn with letters of its own; signs that belong to the one before them stay with it. */
const apart =
  /(?<hebrew>\p{Script_Extensions=Hebrew}+)|(?<arabic>\p{Script_Extensions=Arabic}+)|(?<emoji>(?:(?![#*0-9])(?:\p{Emoji_Presentation}|\p{Extended_Pictographic})(?:\p{Emoji_Modifier}|\uFE0F|\u200D|\u20E3)*)+)/gu;

/** Letters of other scripts than those there are letters for; one of a hundred thousand names may have them. */
const unknown =
  /(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Devanagari}|\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Common}|\p{Script=Inherited})\p{L}/u;

/** Whether something in the text cannot be drawn with any of the faces. */
export const hasNoLetters = (text: string): boolean => unknown.test(text);

/** The text in stretches that one set of letters can draw. Put together they are the text. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(apart)) {
    if (match.index > from) stretches.push({ text: text.slice(from, match.index), face: 'text' });
    const face = faces.find((one) => match.groups?.[one] !== undefined) ?? 'text';
    stretches.push({ text: match[0], face });
    from = match.index + match[0].length;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), face: 'text' });
  return stretches;
}

/** Whether the first letter of the text belongs to a script that runs from right to left. */
export function runsFromRight(text: string): boolean {
  const first = strong.exec(text)?.[0];
  return first !== undefined && right.test(first);
}

/** A number for each stretch of a line: odd ones run from right to left. As the Unicode bidirectional algorithm, for whole stretches. */
function levelsOf(stretches: readonly Stretch[], fromRight: boolean): number[] {
  const base = fromRight ? 1 : 0;
  const own = stretches.map(({ text, face }) => {
    if (face === 'hebrew' || face === 'arabic') return 1;
    return strong.test(text) || (fromRight && /\d/.test(text)) ? base * 2 : null;
  });
  return own.map((level, at) => {
    if (level !== null) return level;
    // What has no direction of its own goes with its neighbours when they agree.
    const before = own.slice(0, at).findLast((one) => one !== null) ?? base;
    const after = own.slice(at + 1).find((one) => one !== null) ?? base;
    return before === after ? before : base;
  });
}

/** Where each stretch of a line stands, from the left: indexes into `stretches`. */
export function seenOrder(stretches: readonly Stretch[], fromRight: boolean): number[] {
  const levels = levelsOf(stretches, fromRight);
  const order = stretches.map((_one, at) => at);
  for (let level = Math.max(0, ...levels); level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && (levels[order[to] ?? 0] ?? 0) >= level) to += 1;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}
