/** Managers first, for talks that need a new time: after what stands above them, before what stands below, and never at the price of a time. */
import { describe, expect, it } from 'vitest';
import { planQuickly } from '#test/given/plan-quickly.ts';
import { givenProblem, type SaidProblem } from '#test/given/problem.ts';
import { planInOrder } from '../../rules/order.ts';
import { orderAgain } from './order-again.ts';
import { planAgain, type Standing } from './plan-again.ts';

const slotAt = (day: number, hour: number): number => day * 96 + hour * 4;
const week: SaidProblem = { pairs: ['maja>vera', 'erik>maja', 'elin>maja'], days: 5 };

/** Starts of a plan in which only those without a slot here get one. */
async function again(said: SaidProblem, slots: Record<string, number | null>): Promise<Record<string, number | null>> {
  const { instance, judged } = givenProblem(said);
  const standing = Object.entries(slots).map(([id, slot]): Standing => ({ id, slot, dur: 4, mayMove: false }));
  const ordered = orderAgain(instance, standing, judged);
  const { placed } = await planAgain(ordered, standing, judged, (asked) => planInOrder(asked, judged, planQuickly));
  return Object.fromEntries(placed.talks.map(({ id, start }) => [id, start]));
}

describe('Planning again with managers first', () => {
  it('gives a talk a time after its manager’s own', async () => {
    const own = slotAt(3, 10);
    const { maja, erik } = await again(week, { maja: own, erik: null, elin: slotAt(4, 9) });
    expect(maja).toBe(own);
    expect(erik).toBeGreaterThanOrEqual(own + 4);
  });

  it('gives a manager’s own talk a time before the first they hold', async () => {
    const { maja } = await again(week, { maja: null, erik: slotAt(2, 9), elin: slotAt(1, 13) });
    expect(maja).not.toBeNull();
    expect((maja ?? 0) + 4).toBeLessThanOrEqual(slotAt(1, 13));
  });

  it('keeps the order when all of them need a time', async () => {
    const { maja, erik, elin } = await again(week, { maja: null, erik: null, elin: null });
    for (const held of [erik, elin]) expect((maja ?? 999) + 4).toBeLessThanOrEqual(held ?? 0);
  });

  it('leaves nobody without a time for its sake, and moves nothing that stands', async () => {
    // Maja is taken from Wednesday on, where her own talk is.
    const busy = {
      maja: [2, 3, 4].map((day) => `${day} 08:00-09:00`).concat(['2 11:00-17:00', '3 10:00-17:00', '4 09:00-17:00', '3 09:00-10:00']),
    };
    const slots = { maja: slotAt(2, 10), erik: null, elin: slotAt(0, 9) };
    const { maja, erik, elin } = await again({ ...week, busy }, slots);
    expect({ maja, elin }).toEqual({ maja: slots.maja, elin: slots.elin });
    expect(erik).not.toBeNull();
  });
});
