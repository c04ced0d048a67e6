/** The line of managers: how far from its top everybody stands, whose talk comes before whose, and circles in it. Pure; never runs round and round. */

export type Pair = { employeeId: string; managerId: string };

/**
 * How many of the pairs lie above each manager who is an employee in a pair too: 1 for whoever talks with somebody who has no talk of their own. Those in
 * a circle, and those below one, are left out: nobody there is first.
 */
export function levelsOf(pairs: Pair[]): Map<string, number> {
  const managerOf = new Map(pairs.map(({ employeeId, managerId }) => [employeeId, managerId]));
  const levels = new Map<string, number>();
  for (const id of new Set(pairs.map(({ managerId }) => managerId))) {
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = managerOf.get(at);
    }
    if (at === undefined && seen.size > 1) levels.set(id, seen.size - 1);
  }
  return levels;
}

/** Managers' own talks share this part of the window, level by level; everybody else has what comes after their manager's. */
const managersShare = 0.5;

/** By employee: the slots between which the talk lies; whoever is not listed has the whole window. */
export function orderBounds(pairs: Pair[], windowSlots: number): Map<string, [notBefore: number, notAfter: number]> {
  const levels = levelsOf(pairs);
  const deepest = Math.max(0, ...levels.values());
  const until = (level: number): number => Math.round((windowSlots * managersShare * level) / Math.max(1, deepest));
  const bounds = new Map<string, [number, number]>();
  for (const { employeeId, managerId } of pairs) {
    const own = levels.get(employeeId);
    const above = levels.get(managerId) ?? 0;
    if (own !== undefined) bounds.set(employeeId, [until(own - 1), until(own)]);
    else if (above > 0) bounds.set(employeeId, [until(above), windowSlots]);
  }
  return bounds;
}

/** Each circle once, beginning with its smallest id: everybody in it has the next as manager, the last the first. */
export function circlesIn(pairs: Pair[]): string[][] {
  const managerOf = new Map(pairs.map(({ employeeId, managerId }) => [employeeId, managerId]));
  const done = new Set<string>();
  const circles: string[][] = [];
  for (const start of managerOf.keys()) {
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      path.push(at);
      at = managerOf.get(at);
    }
    const from = at === undefined ? -1 : path.indexOf(at);
    if (from >= 0) circles.push(fromSmallest(path.slice(from)));
  }
  return circles.filter((circle) => circle.length > 1);
}

function fromSmallest(circle: string[]): string[] {
  const at = circle.indexOf([...circle].sort()[0] ?? '');
  return [...circle.slice(at), ...circle.slice(0, at)];
}
