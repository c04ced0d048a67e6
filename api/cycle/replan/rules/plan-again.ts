/**
 * Plans some talks anew around those that stay, with the fewest moves: whatever can stay is held fast first. Only if a talk then finds no time may
 * others move to make room for it, and whichever of them need not have moved after all is put back. Pure but for the planner it is given.
 */
import type { PlanInstance, PlacedSlots } from '../../rules/instance-of.ts';
import type { PlanTalks } from '../../rules/order.ts';
import { isOpenAt, wishOf } from '../../rules/planner/open-starts.ts';
import { peopleOf } from '../../rules/planner/people.ts';
import { tableOf } from '../../rules/planner/table.ts';
import { inWindow } from '../../rules/reasons.ts';
import type { TwoWindows } from '../../rules/second-window.ts';

/** A talk of the instance: where it is (null: without a time, or it cannot stay), and whether it may move for the sake of another. */
export type Standing = { id: string; slot: number | null; dur: number; mayMove: boolean };

/** @returns the starts of all talks; those that could have stayed and moved are `madeRoom` */
export async function planAgain(
  instance: PlanInstance,
  standing: Standing[],
  windows: TwoWindows,
  plan: PlanTalks,
): Promise<{ placed: PlacedSlots; instance: PlanInstance; madeRoom: Set<string> }> {
  const held = withStanding(instance, standing, () => true);
  const none = new Set<string>();
  if (standing.every(({ slot }) => slot !== null)) return { placed: asTheyStand(standing), instance: held, madeRoom: none };
  const first = await plan(held);
  const left = countLeft(first);
  const free = left === 0 ? none : thatMayMove(held, standing, windows);
  if (free.size === 0) return { placed: first, instance: held, madeRoom: none };
  // Nothing moves for the sake of an order.
  const open = { ...instance, talks: instance.talks.map((talk) => inWindow(talk, windows)) };
  const loose = withStanding(open, standing, ({ id }) => !free.has(id));
  const second = await plan(loose);
  if (countLeft(second) >= left) return { placed: first, instance: held, madeRoom: none };
  const placed = putBack(loose, second, standing, windows);
  const starts = new Map(placed.talks.map(({ id, start }) => [id, start]));
  const madeRoom = new Set(standing.flatMap(({ id, slot }) => (slot !== null && starts.get(id) !== slot ? [id] : [])));
  return { placed, instance: loose, madeRoom };
}

const countLeft = ({ talks }: PlacedSlots): number => talks.filter(({ start }) => start === null).length;
const asTheyStand = (standing: Standing[]): PlacedSlots => ({ talks: standing.map(({ id, slot }) => ({ id, start: slot })) });

/** Dearer than any wish for a better hour, cheaper than a talk without a time. */
const move = 900;

function withStanding(instance: PlanInstance, standing: Standing[], isLocked: (one: Standing) => boolean): PlanInstance {
  const byId = new Map(standing.map((one) => [one.id, one]));
  const talks = instance.talks.map((talk) => {
    const one = byId.get(talk.id);
    if (!one) return talk;
    const booked = one.slot === null ? null : { start: one.slot, room: null, locked: isLocked(one) };
    return { ...talk, dur: one.dur, booked };
  });
  return { ...instance, talks, rules: { ...instance.rules, move } };
}

/** Those that stand where the rules would have put them: only for them can the planner say whether they could stay. */
function thatMayMove(instance: PlanInstance, standing: Standing[], windows: TwoWindows): Set<string> {
  const slots = new Map(standing.flatMap(({ id, slot, mayMove }) => (mayMove && slot !== null ? [[id, slot] as const] : [])));
  const table = tableOf(instance, []);
  const couldStand = instance.talks.filter((talk) =>
    isOpenAt(table, { ...wishOf(table, inWindow(talk, windows)), whose: 'nobody' }, slots.get(talk.id) ?? -1),
  );
  return new Set(couldStand.map(({ id }) => id));
}

/** One after the other, until none is left that could as well be where it was. */
function putBack(instance: PlanInstance, placed: PlacedSlots, standing: Standing[], windows: TwoWindows): PlacedSlots {
  let talks = placed.talks;
  const people = peopleOf(instance);
  for (let again = true; again;) {
    again = false;
    for (const { id, slot } of standing) {
      const at = talks.find((talk) => talk.id === id);
      if (slot === null || !at || at.start === slot) continue;
      const without = talks.map((talk) => (talk.id === id ? { id, start: null } : talk));
      const table = tableOf(instance, without, { people });
      const own = instance.talks.find((talk) => talk.id === id);
      if (!own || !isOpenAt(table, wishOf(table, inWindow(own, windows)), slot)) continue;
      talks = talks.map((talk) => (talk.id === id ? { id, start: slot } : talk));
      again = true;
    }
  }
  return { ...placed, talks };
}
