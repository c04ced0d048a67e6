/** What is odd about the people of a cycle and stops nothing: who leads people but holds no talk, circles in the line, talks in two cycles at once. Pure. */
import type { Notice } from '../outcome/contract.ts';
import { circlesIn, type Pair } from './line.ts';

export type NoticeRecord = { kind: Notice['kind']; personIds: string[]; cycleName: string | null };

export type NoticeInput = {
  /** Employees who were chosen, also those without a talk. */
  chosen: string[];
  pairs: Pair[];
  /** Who leads whom in the whole directory. */
  line: Pair[];
  /** Other cycles in the same weeks, with the employees of each. */
  otherCycles: { name: string; employees: Set<string> }[];
};

/** At most this many people are named in one notice; a whole department in two cycles is one notice, not hundreds of names. */
export const mostNamed = 20;

export function noticesOf({ chosen, pairs, line, otherCycles }: NoticeInput): NoticeRecord[] {
  const inCycle = new Set(chosen);
  const holding = new Set(pairs.map(({ managerId }) => managerId));
  const leading = new Set(line.map(({ managerId }) => managerId));
  const holdsNone = chosen.filter((id) => leading.has(id) && !holding.has(id));
  const circles = circlesIn(line).filter((circle) => circle.some((id) => inCycle.has(id)));
  const talking = new Set(pairs.map(({ employeeId }) => employeeId));
  const twice = otherCycles.map(({ name, employees }) => ({ name, ids: [...employees].filter((id) => talking.has(id)).sort() }));
  return [
    ...circles.map((personIds): NoticeRecord => ({ kind: 'circular-line', personIds, cycleName: null })),
    ...twice
      .filter(({ ids }) => ids.length > 0)
      .map(({ name, ids }): NoticeRecord => ({ kind: 'two-cycles', personIds: ids, cycleName: name })),
    ...(holdsNone.length > 0 ? [{ kind: 'holds-no-talk' as const, personIds: holdsNone, cycleName: null }] : []),
  ];
}
