/** Rules of the notes' history: which pieces of writing make one step, and what stood there at an instant. Times come from the server's clock. */

/** Some writing: by whom, first and last moment. Without times it is what was there before the history began. */
export type Writing = { by: string[]; from: Date | null; to: Date | null };
export type Step = { by: string[]; from: Date; to: Date };

const pauseMs = 2 * 60_000;
const longestMs = 5 * 60_000;

/**
 * Pieces in their order, put together where one went on with another: a new stretch begins after a pause of two minutes, and when one has lasted
 * for five. What has no time is a stretch of its own.
 */
export function stretchesOf<W extends Writing>(pieces: W[]): [W, ...W[]][] {
  const stretches: [W, ...W[]][] = [];
  for (const piece of pieces) {
    const open = stretches.at(-1);
    if (open && goesOn(open, piece)) open.push(piece);
    else stretches.push([piece]);
  }
  return stretches;
}

function goesOn(stretch: [Writing, ...Writing[]], { from }: Writing): boolean {
  const last = stretch.at(-1)?.to ?? null;
  const first = stretch[0].from;
  if (!first || !last) return from === null;
  if (!from) return false;
  return from.getTime() - last.getTime() <= pauseMs && from.getTime() - first.getTime() <= longestMs;
}

/** A stretch as one piece of writing: everybody who took part, in the order they began. */
export function joined(stretch: [Writing, ...Writing[]]): Writing {
  return {
    by: [...new Set(stretch.flatMap(({ by }) => by))],
    from: stretch[0].from,
    to: stretch.at(-1)?.to ?? null,
  };
}

/** The steps that people see: stretches whose time is known. */
export function stepsOf(pieces: Writing[]): Step[] {
  return stretchesOf(pieces)
    .map(joined)
    .flatMap(({ by, from, to }) => (from && to ? [{ by, from, to }] : []));
}

/** Whether the piece stood there at this instant. */
export function stoodAt({ to }: Writing, at: Date): boolean {
  return to === null || to.getTime() <= at.getTime();
}
