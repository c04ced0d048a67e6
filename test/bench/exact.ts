/**
 * The best plan there is, by the general solver HiGHS: slow, exact, and made by others. For some thousand talks at most. How far it was from having proven
 * its plan the best when its time was up is said in talks and cost.
 */
import loadHighs from 'highs';
import type { Instance, PlannedTalk } from '#api/cycle/planner/contract.ts';
import { exactModel } from './exact-model.ts';

/** `bound`: no plan costs less. `cpuSeconds`: of the solver alone, without writing the model down. */
export type Exact = { talks: PlannedTalk[]; bound: number; isOptimal: boolean; cpuSeconds: number };

export async function solveExactly(instance: Instance, limitSeconds: number): Promise<Exact> {
  const { problem, choices, text, constant } = exactModel(instance);
  const highs = await loadHighs();
  const began = process.cpuUsage();
  return highs.withModel({ format: 'lp', data: text }, (model) => {
    // Costs are whole numbers: what is nearer than one is equal.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99, time_limit: limitSeconds });
    const { modelStatus } = model.run();
    const { user, system } = process.cpuUsage(began);
    const { colValue } = model.getSolution();
    const talks: PlannedTalk[] = instance.talks.map(({ id }) => ({ id, start: null, room: null }));
    for (const [index, { talk, start, room }] of choices.entries()) {
      const planned = talks[problem.order[talk] ?? -1];
      if (planned && (colValue[model.getColByName(`x${index}`)] ?? 0) > 0.5)
        Object.assign(planned, { start, room: problem.rooms.ids[room] ?? null });
    }
    return {
      talks,
      bound: constant + Number(model.info.get('mip_dual_bound')),
      isOptimal: modelStatus === highs.constants.modelStatus.optimal,
      cpuSeconds: (user + system) / 1e6,
    };
  });
}
