/** Giving single talks of a plan another time, and taking it back: what is sent, what became of it, and what to say. */
import { useState } from 'react';
import { listCycles, readCycle, type Cycle, type Plan } from '#api/cycle/contract.ts';
import { changePlace, dropPlace, findPlaces, type Place } from '#api/cycle/placing/contract.ts';
import type { PersonRef } from '#api/people/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useKeep, useSend } from '#tabs/platform/call/use-call.ts';

/** What was done last: whose talk, and its time now. `back`: the choice was taken back. */
export type LastPlacing = { employee: PersonRef; time: { start: string; end: string } | null; back: boolean };

export type Placing = {
  busy: boolean;
  last: LastPlacing | null;
  /** Whose time was gone when it was pressed. */
  taken: string | null;
  /** The plan had changed somewhere else; the newest is on screen. */
  changed: boolean;
  error: unknown;
  /** Resolves with whether the talk has that time now. */
  choose: (employee: PersonRef, place: Place) => Promise<boolean>;
  undo: (employee: PersonRef) => Promise<boolean>;
  /** Forgets what went wrong, for the next try. */
  clear: () => void;
};

export const timeOf = ({ placed }: Plan, employeeId: string): LastPlacing['time'] => {
  const found = placed.find(({ employee }) => employee.id === employeeId);
  return found ? { start: found.start, end: found.end } : null;
};

export function usePlacing(cycle: Cycle, reload: () => void): Placing {
  const keep = useKeep();
  const refreshes = [listCycles, findPlaces];
  const change = useSend(changePlace, { refreshes });
  const drop = useSend(dropPlace, { refreshes });
  const [last, setLast] = useState<LastPlacing | null>(null);
  const [failed, setFailed] = useState<{ error: unknown; employeeId: string } | null>(null);
  const send = async (employee: PersonRef, back: boolean, sent: () => Promise<Cycle>): Promise<boolean> => {
    setFailed(null);
    try {
      const now = await sent();
      keep(readCycle, { params: { cycleId: now.cycleId } }, now);
      setLast({ employee, back, time: now.plan && timeOf(now.plan, employee.id) });
      return true;
    } catch (error) {
      setFailed({ error, employeeId: employee.id });
      // Somebody else of HR was faster: the newest plan is shown, and nothing of it was overwritten.
      if (['stale', 'already-launched', 'not-planned'].includes(asRefused(error).reason)) reload();
      return false;
    }
  };
  const reason = failed && asRefused(failed.error).reason;
  const given = (employee: PersonRef) => ({ params: { cycleId: cycle.cycleId, employeeId: employee.id }, version: cycle.version });
  return {
    busy: change.isPending || drop.isPending,
    last,
    taken: reason === 'time-taken' ? (failed?.employeeId ?? null) : null,
    changed: reason === 'stale',
    error: reason === 'time-taken' || reason === 'stale' ? null : (failed?.error ?? null),
    choose: (employee, { start, aside }) =>
      send(employee, false, () =>
        change.mutateAsync({
          ...given(employee),
          body: { start, ...(aside ? { aside: { employeeId: aside.employee.id, start: aside.start } } : {}) },
        }),
      ),
    undo: (employee) => send(employee, true, () => drop.mutateAsync(given(employee))),
    clear: () => setFailed(null),
  };
}
