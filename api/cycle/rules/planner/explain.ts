/** Why a talk has no time, and the smallest change that would give it one while all others stay. Both are tried out on the plan before they are said. */
import type { Relaxation, RuleChange, Why } from '../../planner/contract.ts';
import { countOf, firstOf, firstStart, isPossible, openStarts, startsOf, wishOf, type Wish } from './open-starts.ts';
import type { SlotBits } from './slot-bits.ts';
import type { InstanceTalk, Table } from './table.ts';
import { relaxations } from './relaxations.ts';
import { timesOf } from './times.ts';

/** As the plan file says it: the reason, and the smallest change of this one talk. */
export function explain(table: Table, talk: InstanceTalk): { why: Why; relax?: Relaxation } {
  const why = whyNot(table, talk);
  for (const change of relaxations(table, talk, false)) if (!isOfRules(change)) return { why, relax: change };
  return { why };
}

const isOfRules = (change: Relaxation | RuleChange): change is RuleChange =>
  change.kind === 'without-buffer' || change.kind === 'more-per-day-for-all';

/** The first reason that is true, from the plainest to the most general. */
export function whyNot(table: Table, talk: InstanceTalk): Why {
  const wish = wishOf(table, talk);
  const { instance, inTalks } = table;
  const idOf = (person: number): string => instance.people[person]!.id;
  if (!isPossible(wish)) return { code: 'same-person' };
  if (Math.min(wish.notAfter, instance.slots) - Math.max(0, wish.notBefore) < wish.dur) return { code: 'window-too-short' };
  const barred = wish.persons.find((person) => instance.people[person]!.maxPerDay === 0);
  if (barred !== undefined) return { code: 'too-many-talks', person: idOf(barred), talks: 0, starts: 0 };
  const starts = countOf(openStarts(table, { ...wish, whose: 'nobody' }));
  if (starts === 0) return whyNoStart(table, wish, idOf);
  // Whose other talks alone leave no time.
  const full = wish.persons.find((person) => firstStart(table, { ...wish, whose: person }) < 0);
  if (full !== undefined) {
    const figures = full === wish.persons[0] ? figuresOf(table, full, wish) : {};
    return { code: 'too-many-talks', person: idOf(full), talks: inTalks[full]!, starts, ...figures };
  }
  if (wish.pool !== null && firstStart(table, { ...wish, pool: null }) >= 0) return { code: 'no-room', starts };
  return { code: 'times-taken', starts };
}

/** How many talks a manager holds, and how many there is time for. */
function figuresOf({ instance, people, held }: Table, manager: number, { dur, notBefore, notAfter }: Wish): Pick<Why, 'held' | 'times'> {
  const { maxPerDay } = instance.people[manager]!;
  const bounds = { dur, gap: instance.rules.bufferTalk, maxPerDay, from: notBefore, until: Math.min(notAfter, instance.slots) };
  return { held: held[manager]!, times: timesOf(people, manager, bounds) };
}

function whyNoStart(table: Table, wish: Wish, idOf: (person: number) => string): Why {
  const { people } = table;
  const freeOf = (person: number, index: number): SlotBits => (index === 0 ? people.asManager(person) : people.free[person]!);
  const isNever = (sets: SlotBits[]): boolean => firstOf(startsOf(table, wish, sets)) < 0;
  const away = wish.persons.findIndex((person, index) => isNever([freeOf(person, index)]));
  if (away >= 0)
    return { code: away === 0 ? 'manager-away' : away === 1 ? 'employee-away' : 'extra-away', person: idOf(wish.persons[away]!) };
  if (!isNever(wish.persons.map(freeOf))) return { code: 'no-room' };
  return { code: isNever(wish.persons.map((person) => people.works[person]!)) ? 'no-common-hours' : 'no-common-time' };
}
