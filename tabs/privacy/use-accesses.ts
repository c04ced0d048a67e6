/** How the access log is put for people: by the days of whoever reads it, and what was opened by the name it has for them. Pure. */
import type { AccessEntry } from '#api/privacy/access-log/contract.ts';
import type { Item } from '#api/privacy/contract.ts';

export type DayOfAccesses = { day: string; entries: AccessEntry[] };

/** In the order they came; `dayOf` says the day of an instant to the reader. */
export function byDay(entries: readonly AccessEntry[], dayOf: (at: string) => string): DayOfAccesses[] {
  const days: DayOfAccesses[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

const named = [
  ...(['private-notes', 'shared-notes', 'agreements', 'agreement-status', 'statements', 'amendments'] as const),
  ...(['goal', 'agenda', 'check-in', 'access-bundle'] as const),
];
export type ItemName = (typeof named)[number] | 'ownPreparation' | 'employeesPreparation' | 'managersPreparation' | 'talk';

/** What an item is called to somebody who is that one of the two. */
export function nameOfItem(item: Item, me: 'employee' | 'manager'): ItemName {
  if (item === 'preparation' || item === 'preparation-draft') return me === 'employee' ? 'ownPreparation' : 'employeesPreparation';
  if (item === 'manager-preparation') return me === 'manager' ? 'ownPreparation' : 'managersPreparation';
  return named.find((one) => one === item) ?? 'talk';
}
