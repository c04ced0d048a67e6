/** The quick plan on random organisations: no hard rule is ever broken. The rules are counted here a second time, slot by slot, from the specification. */
import { DateTime } from 'luxon';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf, randomInput, givenProblem } from '#test/given/problem.ts';
import type { PlacedSlots, PlanInstance } from './instance-of.ts';
import { placeTalks } from './place-talks.ts';

/** What is broken, in words; empty when the plan keeps every hard rule. */
function brokenRules(instance: PlanInstance, { talks }: PlacedSlots): string[] {
  const broken: string[] = [];
  const starts = new Map(talks.map(({ id, start }) => [id, start]));
  const taken = new Map<string, { start: number; end: number; day: string }[]>();
  for (const talk of instance.talks) {
    const start = starts.get(talk.id);
    if (start === undefined) broken.push(`${talk.id} is missing`);
    if (start === undefined || start === null) continue;
    if (start < talk.notBefore || start + talk.dur > Math.min(talk.notAfter, instance.slots))
      broken.push(`${talk.id} is outside its window`);
    for (const id of [talk.manager, talk.employee, ...talk.extra]) {
      const person = instance.people.find((one) => one.id === id);
      if (!person) throw new Error(`${id} is nobody`);
      const buffer = id === talk.manager ? instance.rules.bufferBusy : 0;
      for (let at = 0; at < person.busy.length; at += 2)
        if (start < (person.busy[at + 1] ?? 0) + buffer && start + talk.dur > (person.busy[at] ?? 0) - buffer) broken.push(`${id} is busy`);
      for (let slot = start; slot < start + talk.dur; slot += 1) {
        const local = DateTime.fromISO(instance.start, { zone: person.tz }).plus({ minutes: slot * 15 });
        const minute = local.hour * 60 + local.minute;
        const works = person.work.days.includes(local.weekday % 7) && minute >= person.work.from && minute + 15 <= person.work.to;
        if (!works || instance.holidays[person.holidays]?.includes(local.toISODate() ?? '')) broken.push(`${id} does not work`);
      }
      const day =
        DateTime.fromISO(instance.start, { zone: person.tz })
          .plus({ minutes: start * 15 })
          .toISODate() ?? '';
      const others = taken.get(id) ?? [];
      if (
        others.some((other) => start < other.end + instance.rules.bufferTalk && other.start < start + talk.dur + instance.rules.bufferTalk)
      )
        broken.push(`${id} has two talks at once`);
      if (others.filter((other) => other.day === day).length >= person.maxPerDay) broken.push(`${id} has too many talks on ${day}`);
      taken.set(id, [...others, { start, end: start + talk.dur, day }]);
    }
  }
  return broken;
}

describe('the quick plan', () => {
  it('breaks no hard rule in any organisation, with a partner, holidays and an order, over the night on which summer time begins', () => {
    const organisation = fc.record({
      seed: fc.integer(),
      talks: fc.integer({ min: 1, max: 25 }),
      busyShare: fc.double({ min: 0.2, max: 0.95, noNaN: true }),
      partner: fc.boolean(),
      managersFirst: fc.boolean(),
    });
    fc.assert(
      fc.property(organisation, ({ partner, managersFirst, ...random }) => {
        const input = randomInput({ ...random, days: 60 });
        const rules = { ...input.rules, partnerId: partner ? 'p3' : null, managersFirst, daysOff: [{ day: '2027-03-01', name: '' }] };
        const { instance } = problemOf({ ...input, rules, countries: new Map([...input.calendars.keys()].map((id) => [id, 'se'])) });
        const plan = placeTalks(instance);
        expect(brokenRules(instance, plan)).toEqual([]);
        expect(placeTalks(instance)).toEqual(plan);
      }),
      { numRuns: 8 },
    );
  });

  it('moves one talk aside when that makes room for another', () => {
    // Both fit only if Erik, who could come at any hour, leaves the only hour that Elin has.
    const { instance } = givenProblem({
      pairs: ['erik>maja', 'elin>maja'],
      days: 1,
      busy: { maja: ['0 08:00-10:00', '0 12:00-17:00'], elin: ['0 08:00-10:00', '0 11:00-17:00'], erik: ['0 08:00-09:00'] },
    });
    expect(placeTalks(instance).talks.map(({ start }) => start)).toEqual([44, 40]);
  });

  it('places nothing where nothing is possible', () => {
    const { instance } = givenProblem({ pairs: ['erik>maja'], work: { maja: { days: [] } } });
    expect(placeTalks(instance).talks).toEqual([{ id: 'erik', start: null }]);
  });
});
