/** Where else a talk of a plan could be. That no hard rule is broken is tried in choices.test.ts on random organisations. */
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../rules/calendar-grid.ts';
import { givenProblem, type SaidProblem } from '#test/given/problem.ts';
import { beginOf, bestStart, explainAgain, placesAside, placesFor, settled, slotOf, startsFor, type Part } from './places.ts';

/** A plan in which these talks stand at these slots of the first day. */
function partOf(said: SaidProblem, starts: Record<string, number>, only?: string[]): Part {
  const { instance, judged } = givenProblem(said);
  const placed = instance.talks.flatMap(({ id, manager, dur }) => {
    const slot = starts[id];
    if (slot === undefined) return [];
    return [{ employeeId: id, managerId: manager, start: instantOf(judged.grid, slot), end: instantOf(judged.grid, slot + dur) }];
  });
  const talks = instance.talks.filter(({ id }) => !only || only.includes(id));
  return { instance: { ...instance, talks }, judged, placed, partnerId: said.rules?.partnerId ?? null, alone: [] };
}
const slots = (part: Part, places: { start: Date }[]): number[] => places.map(({ start }) => slotOf(part.judged.grid, start));

describe('other times for a talk', () => {
  it('are the next three, spread, never the present one; from a moment on when asked', () => {
    const part = partOf({ pairs: ['erik>maja'], days: 2 }, { erik: 40 });
    expect(slots(part, placesFor(part, 'erik', null))).toEqual([32, 36, 96 + 32]);
    expect(slots(part, placesFor(part, 'erik', instantOf(part.judged.grid, 96 + 40)))).toEqual([96 + 40, 96 + 44, 96 + 48]);
    expect(slots(part, placesFor(part, 'erik', instantOf(part.judged.grid, 44), true))).toEqual([44, 48, 52]);
  });

  it('leave all others where they are, also those that the part knows only by their times', () => {
    const said = { pairs: ['erik>maja', 'elin>maja', 'maja>vera'], days: 1, bufferMinutes: 15, busy: { maja: ['0 12:00-17:00'] } };
    const part = partOf(said, { erik: 32, elin: 37, maja: 43 }, ['erik']);
    expect(
      slots(
        part,
        startsFor(part, 'erik').map((start) => ({ start })),
      ),
    ).toEqual([32]);
    expect(placesFor(part, 'erik', null)).toEqual([]);
  });

  it('keep the partner of every talk free too', () => {
    const said = { pairs: ['erik>maja', 'kim>vera'], days: 1, rules: { partnerId: 'hedda' }, busy: { hedda: ['0 10:00-17:00'] } };
    const part = partOf(said, { kim: 32 }, ['erik']);
    expect(slots(part, placesFor(part, 'erik', null))).toEqual([36]);
  });

  it('are by day in HR’s own zone', () => {
    expect(beginOf('2027-03-29', 'Europe/Stockholm').toISOString()).toBe('2027-03-28T22:00:00.000Z');
  });

  it('best is the one the planner would take', () => {
    const said = { pairs: ['erik>maja'], days: 1, rules: { preferHours: [{ from: 780, to: 960 }] } };
    const part = partOf(said, {});
    expect(slots(part, [{ start: bestStart(part, 'erik') ?? new Date(0) }])).toEqual([52]);
    expect(bestStart(partOf({ ...said, busy: { erik: ['0 08:00-17:00'] } }, {}), 'erik')).toBeNull();
  });
});

describe('a time for which one other talk makes way', () => {
  const said = { pairs: ['erik>maja', 'elin>maja'], days: 1, busy: { maja: ['0 10:00-17:00'], erik: ['0 09:00-17:00'] } };
  it('is offered with where that one goes', () => {
    // Erik can only at eight, where Elin is; she can at nine as well.
    const part = partOf(said, { elin: 32 });
    expect(placesFor(part, 'erik', null)).toEqual([]);
    const { grid } = part.judged;
    expect(placesAside(part, 'erik', new Set(), null)).toEqual([
      { start: instantOf(grid, 32), aside: { employeeId: 'elin', start: instantOf(grid, 36) } },
    ]);
  });

  it('moves nobody whom HR has put there, nor anybody who then has no time', () => {
    expect(placesAside(partOf(said, { elin: 32 }), 'erik', new Set(['elin']), null)).toEqual([]);
    const busy = { ...said.busy, elin: ['0 09:00-17:00'] };
    expect(placesAside(partOf({ ...said, busy }, { elin: 32 }), 'erik', new Set(), null)).toEqual([]);
  });
});

describe('a talk at its new time', () => {
  const room = (address: string) => ({ address, name: address.toUpperCase(), building: '' });
  const said = { pairs: ['erik>maja', 'kim>vera'], days: 1, rules: { rooms: { chosen: [room('one')], without: [] } } };
  it('gets a room that is free then, and does not suit where none is', () => {
    const known = partOf(said, { kim: 40 }, ['erik']);
    const placed = known.placed.map((one) => ({ ...one, room: { address: 'one', name: 'ONE' } }));
    const part = { ...known, placed };
    const at = (slot: number) => [{ employeeId: 'erik', start: instantOf(part.judged.grid, slot) }];
    expect(settled(part, at(44))).toEqual([{ ...at(44)[0], room: 'one' }]);
    expect(settled(part, at(42))).toBeNull();
    const two = partOf({ ...said, rules: { rooms: { chosen: [room('one'), room('two')], without: [] } } }, { kim: 40 }, ['erik']);
    expect(settled({ ...two, placed }, at(42))?.[0]?.room).toBe('two');
  });

  it('is not one between two quarters of an hour, nor one of somebody else’s', () => {
    const part = partOf({ pairs: ['erik>maja'] }, {});
    const start = new Date(instantOf(part.judged.grid, 40).getTime() + 60_000);
    expect(settled(part, [{ employeeId: 'erik', start }])).toBeNull();
    expect(settled(part, [{ employeeId: 'nobody', start: instantOf(part.judged.grid, 40) }])).toBeNull();
  });
});

describe('reasons after a move', () => {
  it('are those of the plan as it is now, or that no calendar can be read', () => {
    const busy = { maja: ['0 09:00-17:00'] };
    const part = partOf({ pairs: ['erik>maja', 'elin>maja'], days: 1, busy }, { elin: 32 });
    expect(explainAgain(part, ['erik']).get('erik')?.reason).toBe('manager-full');
    expect(explainAgain({ ...part, placed: [] }, ['erik']).get('erik')?.reason).toBe('time-free');
    // Figures count what the part knows only by its times, too.
    const few = partOf({ pairs: ['erik>maja', 'elin>maja'], days: 1, busy }, { elin: 32 }, ['erik']);
    expect(explainAgain(few, ['erik']).get('erik')?.counts).toEqual({ talks: 2, times: 1 });
    const alone = [{ employeeId: 'kim', reason: 'employee-has-no-calendar' as const }];
    expect(explainAgain({ ...part, alone }, ['kim', 'nobody'])).toEqual(
      new Map([['kim', { reason: 'employee-has-no-calendar', counts: null, relax: null, others: [] }]]),
    );
  });
});
