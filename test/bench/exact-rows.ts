/** The lines of the exact model: every hard rule as a bound on a sum of choices, and the load of days and weeks as further variables with a cost. */
import type { Instance } from '#api/cycle/planner/contract.ts';
import type { Problem } from '#api/cycle/rules/planner/problem.ts';

/** One variable of the model: it is x0, x1, ... in the text, by its place in the list. `talk` and `room` as in the problem. */
export type Choice = { talk: number; start: number; room: number; cost: number };
/** `bounded`: variables from 0 to 1 that need not be whole. */
export type Rows = { lines: string[]; objective: string[]; bounded: string[] };
type Model = { instance: Instance; problem: Problem; choices: Choice[]; rows: Rows };

export function rowsOf(instance: Instance, problem: Problem, choices: Choice[]): Rows {
  const rows: Rows = { lines: [], objective: [], bounded: [] };
  const model: Model = { instance, problem, choices, rows };
  for (const [index, { cost }] of choices.entries()) rows.objective.push(term(cost - instance.rules.unplaced, `x${index}`));
  const all = choices.map((_, index) => index);
  const choice = (index: number): Choice => choices[index] ?? { talk: 0, start: 0, room: -1, cost: 0 };
  const endOf = (index: number): number => choice(index).start + (problem.dur[choice(index).talk] ?? 0);
  for (const own of groups(all, (index) => [choice(index).talk]).values()) atMost(rows, own, 1);
  for (const own of groups(all, (index) => (choice(index).room < 0 ? [] : [choice(index).room])).values()) overlapRows(model, own, endOf);
  const talkOf = (index: number): Instance['talks'][number] | undefined => instance.talks[problem.order[choice(index).talk] ?? -1];
  const indexOf = (id: string | undefined): number => problem.people.indexOf.get(id ?? '') ?? -1;
  const dayOf = (person: number, index: number): number => problem.people.times[person]?.day[choice(index).start] ?? 0;
  const everybody = (index: number): number[] =>
    [talkOf(index)?.manager, talkOf(index)?.employee, ...(talkOf(index)?.extra ?? [])].map(indexOf);
  for (const [person, own] of groups(all, everybody)) {
    overlapRows(model, own, (index) => endOf(index) + instance.rules.bufferTalk);
    const most = instance.people[person]?.maxPerDay ?? 0;
    for (const day of groups(own, (index) => [dayOf(person, index)]).values()) if (talksOf(choices, day) > most) atMost(rows, day, most);
  }
  for (const [manager, own] of groups(all, (index) => [indexOf(talkOf(index)?.manager)])) {
    const most = instance.people[manager]?.maxPerDay ?? 0;
    for (const day of groups(own, (index) => [dayOf(manager, index)]).values()) dayLoadRow(model, day, most);
    const weeks = groups(own, (index) => [Math.max(0, Math.floor((dayOf(manager, index) - 1) / 7))]);
    for (const week of weeks.values()) weekRow(model, week, instance.people[manager]?.id ?? '');
  }
  return rows;
}

/** The reader of the text takes no lines of any length. */
export const folded = (words: string[]): string => words.map((word, at) => (at % 12 === 11 ? `${word}\n ` : word)).join(' ');
const term = (factor: number, name: string): string => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`;
const sumOf = (own: number[]): string[] => own.map((index) => `+ x${index}`);
const talksOf = (choices: Choice[], own: number[]): number => new Set(own.map((index) => choices[index]?.talk)).size;

function groups(all: number[], keysOf: (index: number) => number[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const index of all)
    for (const key of keysOf(index)) {
      const list = found.get(key);
      if (list) list.push(index);
      else found.set(key, [index]);
    }
  return found;
}

function atMost({ lines }: Rows, own: number[], limit: number): void {
  if (own.length > limit) lines.push(`${folded(sumOf(own))} <= ${limit}`);
}

/** Any two that overlap do so when the later one begins; only the moments after which one ends are needed: the others hold no more than those. */
function overlapRows({ choices, rows }: Model, own: number[], endOf: (index: number) => number): void {
  if (talksOf(choices, own) < 2) return;
  const startOf = (index: number | undefined): number => choices[index ?? -1]?.start ?? Number.POSITIVE_INFINITY;
  const sorted = [...own].sort((a, b) => startOf(a) - startOf(b));
  let open: number[] = [];
  for (const [at, index] of sorted.entries()) {
    open.push(index);
    const staying = open.filter((one) => endOf(one) > startOf(sorted[at + 1]));
    if (staying.length === open.length) continue;
    if (talksOf(choices, open) > 1) atMost(rows, open, 1);
    open = staying;
  }
}

/** What the nth talk of a day adds is a variable of its own; the cheaper ones fill first by themselves, so that none of them needs to be whole. */
function dayLoadRow({ instance, choices, rows }: Model, day: number[], most: number): void {
  const { dayLoad } = instance.rules;
  const load = (n: number): number => (n === 0 ? 0 : (dayLoad[Math.min(n, dayLoad.length - 1)] ?? 0));
  const steps = Array.from({ length: Math.min(most, talksOf(choices, day)) }, (_, at) => load(at + 1) - load(at));
  if (steps.some((step, at) => step < (steps[at - 1] ?? 0)))
    throw new Error('The exact model needs a day load that grows faster with each talk.');
  const free = steps.filter((step) => step === 0).length;
  if (free === steps.length) return;
  const names = steps.slice(free).map((step) => {
    const name = `z${rows.bounded.length}`;
    rows.bounded.push(name);
    rows.objective.push(term(step, name));
    return `- ${name}`;
  });
  rows.lines.push(`${folded([...sumOf(day), ...names])} <= ${free}`);
}

function weekRow({ instance, choices, rows }: Model, week: number[], manager: string): void {
  const { slots, slotMinutes, talks, rules } = instance;
  const weeks = Math.max(1, Math.round((slots * slotMinutes) / 10_080));
  const share = Math.ceil(talks.filter((talk) => talk.manager === manager).length / weeks) + rules.weekSlack;
  if (rules.weekOver === 0 || talksOf(choices, week) <= share) return;
  const name = `w${rows.lines.length}`;
  rows.objective.push(term(rules.weekOver, name));
  rows.lines.push(`${folded([...sumOf(week), `- ${name}`])} <= ${share}`);
}
