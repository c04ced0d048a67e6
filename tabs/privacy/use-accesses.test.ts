import { expect, it } from 'vitest';
import type { AccessEntry } from '#api/privacy/access-log/contract.ts';
import { items } from '#api/privacy/contract.ts';
import { byDay, nameOfItem } from './use-accesses.ts';

const entryAt = (place: number, at: string): AccessEntry => ({
  ...{ place, at, name: 'Maja Lind', mine: false, item: 'preparation', act: 'read', channel: 'tab' },
});

it('puts lines under the day on which the reader’s own clock had them', () => {
  const entries = [entryAt(3, '2027-02-02T22:59:00Z'), entryAt(2, '2027-02-01T23:30:00Z'), entryAt(1, '2027-02-01T22:59:00Z')];
  const inZone = (timeZone: string) => (at: string) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(at));
  const told = (zone: string) => byDay(entries, inZone(zone)).map(({ day, entries: of }) => [day, ...of.map(({ place }) => place)]);
  expect(told('Europe/Stockholm')).toEqual([
    ['2027-02-02', 3, 2],
    ['2027-02-01', 1],
  ]);
  expect(told('UTC')).toEqual([
    ['2027-02-02', 3],
    ['2027-02-01', 2, 1],
  ]);
  expect(byDay([], String)).toEqual([]);
});

it('calls one’s own preparation one’s own, and the other’s by whose it is', () => {
  const preparations = ['preparation-draft', 'preparation', 'manager-preparation'] as const;
  expect(preparations.map((item) => nameOfItem(item, 'employee'))).toEqual(['ownPreparation', 'ownPreparation', 'managersPreparation']);
  expect(preparations.map((item) => nameOfItem(item, 'manager'))).toEqual([
    'employeesPreparation',
    'employeesPreparation',
    'ownPreparation',
  ]);
  expect(items.filter((item) => nameOfItem(item, 'employee') === 'talk')).not.toContain('check-in');
});
