/**
 * What stays as it is when HR leaves single changes of a re-plan out: those, and every change that needs the place of one of them (leave-first.ts). Pure.
 * The tab shows by it what the server then does.
 */
import type { Proposal } from '../contract.ts';

/** By talk that stays as it is: null when HR has left it out, else the one that stays where it would go. */
export type LeftOut = Map<string, string | null>;

/** @param chosen what HR leaves out; ids of nothing that changes are passed over */
export function leftOut(changes: readonly { id: string; after: readonly string[] }[], chosen: Iterable<string>): LeftOut {
  const known = new Set(changes.map(({ id }) => id));
  const waiting = new Map<string, string[]>();
  for (const { id, after } of changes) for (const first of after) waiting.set(first, [...(waiting.get(first) ?? []), id]);
  const left: LeftOut = new Map([...chosen].filter((id) => known.has(id)).map((id) => [id, null]));
  // Grows while it is walked through: what stays may be in the way of yet another.
  for (const [stays] of left) for (const id of waiting.get(stays) ?? []) if (!left.has(id)) left.set(id, stays);
  return left;
}

/** Everything a proposal changes, by employee. Who has been asked already how a begun talk goes on is not asked again. */
export function changesIn({ moves, given, handOvers, withdrawn, begun }: Proposal): { id: string; after: string[] }[] {
  const asked = begun.filter(({ until }) => until === null);
  return [
    ...[...moves, ...given, ...handOvers].map(({ employee, after }) => ({ id: employee.id, after })),
    ...[...withdrawn, ...asked].map(({ employee }) => ({ id: employee.id, after: [] })),
  ];
}

/** What is left of a proposal. A talk that is not handed over after all does not lack a time either. */
export function withoutLeft(proposal: Proposal, left: LeftOut): Proposal {
  const rest = <R extends { employee: { id: string } }>(rows: R[]): R[] => rows.filter(({ employee }) => !left.has(employee.id));
  const { moves, given, handOvers, withdrawn, begun, unplaced } = proposal;
  return {
    ...proposal,
    ...{ moves: rest(moves), given: rest(given), handOvers: rest(handOvers), withdrawn: rest(withdrawn) },
    ...{ begun: rest(begun), unplaced: rest(unplaced) },
  };
}
