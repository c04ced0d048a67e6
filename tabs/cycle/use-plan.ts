/** The plan that HR is working on: what is filled in, what is stored, and saving it. What is not stored yet survives leaving the page. */
import { useState } from 'react';
import { createCycle, listCycles, readCycle, updateCycle, type Cycle, type CycleSettings } from '#api/cycle/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useKeep, useSend } from '#tabs/platform/call/use-call.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { wrongsFrom, wrongsOf, type Wrongs } from './use-settings.ts';

export type PlanForm = {
  settings: CycleSettings;
  change: (part: Partial<CycleSettings>) => void;
  /** Whether departments are chosen one by one; an empty list otherwise means everyone. */
  some: boolean;
  chooseSome: (some: boolean) => void;
  wrongs: Wrongs;
  /** Differs from what is stored. */
  unsaved: boolean;
  saving: boolean;
  error: unknown;
  /** Stores the settings; null when they were refused, with `error` and `wrongs` telling why. */
  save: () => Promise<Cycle | null>;
  /** Changes and stores in one step: for a button that mends something. */
  apply: (part: Partial<CycleSettings>) => Promise<Cycle | null>;
  /** The id of this draft, also before it is stored. */
  cycleId: string;
};

/** Outlives the page, so that a look at another tab loses nothing. Keyed by cycle, `new` before the first save. */
const kept = new Map<string, CycleSettings>();
/** The id of the next new cycle: the same until it is stored, so that saving again after a lost answer creates no second one. */
let newId: string | null = null;
const idOf = (cycle: Cycle | null): string => cycle?.cycleId ?? (newId ??= crypto.randomUUID());
const keyOf = (cycle: Cycle | null): string => cycle?.cycleId ?? 'new';

/** @param defaults what a new plan begins with */
export function usePlanForm(cycle: Cycle | null, defaults: CycleSettings): PlanForm {
  const { today } = useDates();
  const keep = useKeep();
  const [settings, setSettings] = useState(() => kept.get(keyOf(cycle)) ?? cycle?.settings ?? defaults);
  const [some, setSome] = useState(settings.departments.length > 0);
  const [refused, setRefused] = useState<Wrongs>({});
  const [error, setError] = useState<unknown>(null);
  const create = useSend(createCycle, { refreshes: [listCycles] });
  const update = useSend(updateCycle, { refreshes: [listCycles] });
  const unsaved = cycle === null || JSON.stringify(cycle.settings) !== JSON.stringify(settings);

  const change = (part: Partial<CycleSettings>): void => {
    const next = { ...settings, ...part };
    kept.set(keyOf(cycle), next);
    setSettings(next);
    setRefused({});
  };
  const chooseSome = (chosen: boolean): void => {
    setSome(chosen);
    if (!chosen) change({ departments: [] });
  };
  const createOnce = async (body: CycleSettings): Promise<Cycle> => {
    const cycleId = idOf(null);
    const stored = await create.mutateAsync({ body: { ...body, cycleId } }).catch((thrown: unknown) => {
      // An earlier try was stored and its answer lost, and something was changed since. Nobody else knows this id.
      if (asRefused(thrown).reason === 'stale') return update.mutateAsync({ params: { cycleId }, version: 1, body });
      throw thrown;
    });
    newId = null;
    return stored;
  };
  const store = async (body: CycleSettings): Promise<Cycle | null> => {
    setError(null);
    try {
      const stored = cycle
        ? await update.mutateAsync({ params: { cycleId: cycle.cycleId }, version: cycle.version, body })
        : await createOnce(body);
      kept.delete(keyOf(cycle));
      // As stored: the server trims what was typed.
      setSettings(stored.settings);
      keep(readCycle, { params: { cycleId: stored.cycleId } }, stored);
      return stored;
    } catch (thrown) {
      setRefused(wrongsFrom(asRefused(thrown).problem, body));
      setError(thrown);
      return null;
    }
  };
  return {
    settings,
    change,
    some,
    chooseSome,
    wrongs: { ...wrongsOf(settings, today, some), ...refused },
    unsaved,
    saving: create.isPending || update.isPending,
    error,
    save: async () => (cycle && !unsaved ? cycle : store(settings)),
    apply: (part) => {
      change(part);
      return store({ ...settings, ...part });
    },
    cycleId: idOf(cycle),
  };
}
