/** Whether a plan can be launched as it is, looked at when HR is about to; and finding new times for what cannot stay. */
import { useState } from 'react';
import { listCycles, readCycle, type Cycle } from '#api/cycle/contract.ts';
import { lookAtPlan, refreshPlan, type Outdated } from '#api/cycle/outdated/contract.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';

/** Talks of a renewed plan with another time than before, or a first one; and those that kept theirs. */
type Renewed = { moved: number; kept: number; /** What was seen before it. */ from: Outdated | null };

export type Waited = {
  seen: Outdated | null;
  isLooking: boolean;
  /** Some talks would come too soon: it cannot be launched so. */
  isTooSoon: boolean;
  error: unknown;
  retry: () => void;
  /** At the plan as it is now; what was refused is said no more. */
  lookAgain: () => void;
  renew: () => void;
  isRenewing: boolean;
  renewed: Renewed | null;
};

export function useWaited(cycle: Cycle, reload: () => void): Waited {
  const { cycleId, version } = cycle;
  const params = { cycleId };
  const keep = useKeep();
  const look = useRead(lookAtPlan, { params });
  const [renewed, setRenewed] = useState<Renewed | null>(null);
  const refresh = useSend(refreshPlan, {
    refreshes: [listCycles, lookAtPlan],
    onDone: (planned) => {
      setRenewed({ ...differenceOf(cycle, planned), from: look.data ?? null });
      keep(readCycle, { params }, planned);
    },
  });
  const renew = (): void => refresh.mutate({ params, version });
  const isOld = refresh.error?.reason === 'stale' || refresh.error?.reason === 'already-launched';
  const lookAgain = (): void => {
    refresh.reset();
    reload();
    void look.refetch();
  };
  // What was seen of the plan before says nothing of the new one.
  const isBefore = renewed !== null && look.isFetching && look.data === renewed.from;
  return {
    seen: isBefore ? null : (look.data ?? null),
    isLooking: look.isPending || isBefore,
    isTooSoon: !isBefore && (look.data?.counts.soon ?? 0) > 0,
    error: refresh.error ?? look.error,
    retry: refresh.error && !isOld ? renew : lookAgain,
    lookAgain,
    renew,
    isRenewing: refresh.isPending,
    renewed,
  };
}

/** Compares two plans talk by talk. */
function differenceOf(before: Pick<Cycle, 'plan'>, after: Pick<Cycle, 'plan'>): Pick<Renewed, 'moved' | 'kept'> {
  const starts = new Map(before.plan?.placed.map(({ employee, start }) => [employee.id, start]));
  const placed = after.plan?.placed ?? [];
  const kept = placed.filter(({ employee, start }) => starts.get(employee.id) === start).length;
  return { moved: placed.length - kept, kept };
}
