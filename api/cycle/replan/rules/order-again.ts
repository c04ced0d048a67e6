/**
 * Managers first, when a cycle is planned again: a talk that needs a time gets one after its manager's own talk, and a manager's own before those they
 * hold. Nothing moves for the sake of it, and it stays a wish (rules/order.ts): what finds no time so is placed without the bounds. Pure.
 */
import type { InstanceTalk, PlanInstance } from '../../rules/instance-of.ts';
import { orderBounds } from '../../rules/line.ts';
import { inWindow } from '../../rules/reasons.ts';
import type { TwoWindows } from '../../rules/second-window.ts';
import type { Standing } from './plan-again.ts';

/** The same problem, in which talks without a slot are bound by those that stand, and by one another where both need a time. */
export function orderAgain(instance: PlanInstance, standing: Standing[], windows: TwoWindows): PlanInstance {
  const slots = new Map(standing.map(({ id, slot, dur }) => [id, { slot, dur }]));
  const moving = instance.talks.filter(({ id }) => slots.get(id)?.slot === null);
  const among = orderBounds(
    moving.map(({ employee, manager }) => ({ employeeId: employee, managerId: manager })),
    windows.windowSlots,
  );
  const bound = new Map(moving.map((talk) => [talk.id, boundsOf(talk)]));
  return { ...instance, talks: instance.talks.map((talk) => bound.get(talk.id) ?? talk) };

  function boundsOf(talk: InstanceTalk): InstanceTalk {
    const open = inWindow(talk, windows);
    const [from, until] = among.get(talk.id) ?? [open.notBefore, open.notAfter];
    const above = slots.get(talk.manager);
    const below = instance.talks.flatMap(({ id, manager }) => (manager === talk.employee ? (slots.get(id)?.slot ?? []) : []));
    const after = above?.slot == null ? 0 : above.slot + above.dur;
    const notBefore = Math.max(open.notBefore, from, after);
    const notAfter = Math.min(open.notAfter, until, ...below);
    return notBefore + talk.dur <= notAfter ? { ...talk, notBefore, notAfter } : open;
  }
}
