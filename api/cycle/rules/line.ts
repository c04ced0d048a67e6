/** The line of managers: how far from its top everybody stands, and circles in it. Pure; never runs round and round. */

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
