/** Instances made from others: the same in another order, and with a share of its planned times gone. */
import type { Instance, PlannedTalk } from '#api/cycle/planner/contract.ts';
import { randomFrom } from '#api/cycle/rules/planner/random.ts';

export function shuffled(instance: Instance, seed: number): Instance {
  const random = randomFrom(seed);
  const mix = <T>(list: T[]): T[] =>
    list
      .map((one) => ({ one, key: random.below(1_000_000_000) }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
  return { ...instance, people: mix(instance.people), pools: mix(instance.pools), talks: mix(instance.talks) };
}

/** Of the planned talks this share has something new in the employee's calendar, for as long as the talk. `again` knows the plan, `anew` does not. */
export function withClashes(instance: Instance, plan: PlannedTalk[], share: number, seed: number): { again: Instance; anew: Instance } {
  const random = randomFrom(seed);
  const planned = new Map(plan.map((talk) => [talk.id, talk]));
  const taken = new Map<string, [number, number]>();
  for (const { id, employee, dur } of instance.talks) {
    const start = planned.get(id)?.start ?? null;
    if (start !== null && random.below(1000) < share * 1000) taken.set(employee, [start, start + dur]);
  }
  const people = instance.people.map((person) => ({ ...person, busy: merged(person.busy, taken.get(person.id)) }));
  const anew = { ...instance, people };
  const talks = instance.talks.map((talk) => {
    const { start = null, room = null } = planned.get(talk.id) ?? {};
    return { ...talk, booked: start === null ? null : { start, room, locked: false } };
  });
  return { again: { ...anew, talks }, anew };
}

/** The free time was free, so that nothing overlaps and the order is by number. */
const merged = (busy: number[], more: [number, number] | undefined): number[] => (more ? [...busy, ...more].sort((a, b) => a - b) : busy);
