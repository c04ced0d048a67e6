/** How many talks would fit, asked again a little after the last change of a field. Asks nothing while a field is wrong. */
import { useEffect, useState } from 'react';
import { estimateCycle, type CycleSettings, type Estimate } from '#api/cycle/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import type { PlanForm } from './use-plan.ts';

/** Long enough for two clicks in a row, short enough to feel immediate. */
const afterMs = 350;

export type Estimating = { estimate: Estimate | null; /** What is shown is of earlier settings. */ old: boolean; error: unknown };

export function useEstimate({ settings, wrongs, cycleId }: PlanForm): Estimating {
  const asked = useSettled(settings);
  const right = Object.keys(wrongs).length === 0;
  const read = useRead(estimateCycle, { params: { cycleId }, body: asked }, { when: right && asked === settings });
  const [last, setLast] = useState<Estimate | null>(null);
  if (read.data && read.data !== last) setLast(read.data);
  return { estimate: read.data ?? last, old: !read.data || asked !== settings || !right, error: right ? read.error : null };
}

/** The settings when nothing has changed for a moment. */
function useSettled(settings: CycleSettings): CycleSettings {
  const [settled, setSettled] = useState(settings);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(settings), afterMs);
    return () => clearTimeout(timer);
  }, [settings]);
  return settled;
}
