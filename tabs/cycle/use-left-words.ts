/** What it means that HR leaves a talk out of a re-plan: how it stays, and what to do about it. */
import type { Proposal, ReplanWhy } from '#api/cycle/replan/contract.ts';
import type { LeftOut } from '#api/cycle/replan/rules/leave-out.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

export type Kind = 'move' | 'given' | 'withdrawn' | 'handOver' | 'begun';
type Row = Pick<Proposal['given'][number], 'employee' | 'manager'> & {
  from?: unknown;
  why?: ReplanWhy | null;
  managerHasLeft?: boolean;
};

/** @returns null for a talk that is not left out */
export function useLeftWords(proposal: Proposal, left: LeftOut): (kind: Kind, row: Row) => string | null {
  const t = useTexts('cycle');
  const { moves, given, handOvers, withdrawn } = proposal;
  const names = new Map([...moves, ...given, ...handOvers, ...withdrawn].map(({ employee }) => [employee.id, employee.name]));
  return (kind, row) => {
    const because = left.get(row.employee.id);
    if (because === undefined) return null;
    const whose = { name: row.employee.name, manager: row.manager.name };
    return because === null ? t(`replan.left.${waysOf(kind, row)}`, whose) : t('replan.left.inTheWay', { name: names.get(because) ?? '' });
  };
}

function waysOf(kind: Kind, { why, from, managerHasLeft }: Row) {
  if (kind === 'move') return why?.kind === 'makes-room' ? 'fits' : 'clashes';
  if (kind === 'withdrawn') return from ? 'withdrawn' : 'withdrawnNoTime';
  if (kind === 'handOver') return managerHasLeft ? 'handOverGone' : 'handOver';
  return kind === 'begun' && managerHasLeft ? 'begunGone' : kind;
}
