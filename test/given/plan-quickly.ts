/** The planner with its least effort and always the same seed, for tests of what is made of a plan. */
import type { Instance, PlanResult } from '#api/cycle/planner/contract.ts';
import { planInstance } from '#api/cycle/rules/planner/plan-instance.ts';

export const planQuickly = (instance: Instance): PlanResult => planInstance(instance, { seed: 1, effort: 'quick' }).result;
