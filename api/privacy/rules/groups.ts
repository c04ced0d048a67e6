/** How small a group may be that anything is shown of, and how one grows so that nobody can be told from what is shown before and after. */

/** Fewer people than this are never shown, nor can they be told from what is shown (security.md, decision 6). */
export const fewest = 5;

/**
 * Those that may be counted together whenever somebody looks: always whole runs of `fewest`, so that what is added or gone between two looks is never
 * fewer people. A run of which one is not to be counted, or that is not full yet, is left out.
 * @param all everybody, in an order in which nobody ever comes before those who are there already
 */
export function wholeRuns<T>(all: readonly T[], isCounted: (one: T) => boolean): T[] {
  const runs = Array.from({ length: Math.floor(all.length / fewest) }, (_run, at) => all.slice(at * fewest, (at + 1) * fewest));
  return runs.filter((run) => run.every(isCounted)).flat();
}
