/**
 * Managers have their own talk before those they hold: bounds within the window for each talk, and what is left when they leave no room. The order is a
 * wish: a talk that has no time within its bounds is placed without them (`planInOrder`), so that nobody goes without a talk for the sake of it.
 */
import type { PlacedSlots, PlanInstance } from './instance-of.ts';
import { inWindow } from './reasons.ts';
import type { TwoWindows } from './second-window.ts';

/** Gives starts to as many talks as it can, keeping those held fast; at once, or from another thread. */
export type PlanTalks = (instance: PlanInstance) => PlacedSlots | Promise<PlacedSlots>;

/** `among`: the problem that the plan is one of many plans of. The order binds those only where everybody has a time within it. */
export type InOrder = PlacedSlots & { among: PlanInstance };

/** Plans with the order first, then without it what has no time. */
export async function planInOrder(instance: PlanInstance, windows: TwoWindows, plan: PlanTalks): Promise<InOrder> {
  const ordered = await plan(instance);
  const { talks } = ordered;
  const isBound = instance.talks.some((talk) => {
    const { notBefore, notAfter } = inWindow(talk, windows);
    return talk.notBefore > notBefore || talk.notAfter < notAfter;
  });
  if (!isBound || talks.every(({ start }) => start !== null)) return { talks, among: instance };
  const { talks: all } = await plan(withoutOrder(instance, ordered, windows));
  return { talks: all, among: { ...instance, talks: instance.talks.map((talk) => inWindow(talk, windows)) } };
}

/** The same problem with the whole of its window for every talk, and what has a time held fast in it. */
function withoutOrder(instance: PlanInstance, { talks }: PlacedSlots, windows: TwoWindows): PlanInstance {
  const before = new Map(talks.map((one) => [one.id, one]));
  return {
    ...instance,
    talks: instance.talks.map((talk) => {
      const { start = null, room = null } = before.get(talk.id) ?? {};
      const open = inWindow(talk, windows);
      return start === null ? open : { ...open, booked: { start, room, locked: true } };
    }),
  };
}
