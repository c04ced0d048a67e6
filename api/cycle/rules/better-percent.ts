/** How much better than a plan others could be, as HR reads it. */

/** Proof is weaker than plans are good: more than this says nothing about the plan. */
const mostSaid = 20;

/**
 * @param suit points that count against the times of a plan, and those of other plans at the least
 * @returns by how many percent fewer points there could be at most, rounded up; null where that says nothing
 */
export function betterPercentOf({ points, least }: { points: number; least: number }): number | null {
  if (least >= points) return 0;
  const percent = Math.ceil((100 * (points - least)) / points);
  return points > 0 && percent <= mostSaid ? percent : null;
}
