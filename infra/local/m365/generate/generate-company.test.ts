import { expect, it } from 'vitest';
import { generateCompany } from './generate-company.ts';

const week = new Date('2026-12-02T12:00:00Z');
const company = generateCompany({ people: 500, week, hrRoles: ['Some.Role'] });

it('is the same again from the same seed, and another from another', () => {
  expect(generateCompany({ people: 500, week, hrRoles: ['Some.Role'] })).toEqual(company);
  expect(generateCompany({ people: 500, week, seed: 'other' }).people[0]?.id).not.toBe(company.people[0]?.id);
});

it('has one head, managers of its own with at most eight reports, and addresses of everybody’s own', () => {
  const ids = new Set(company.people.map(({ id }) => id));
  expect(ids.size).toBe(500);
  expect(new Set(company.people.map(({ alias }) => alias)).size).toBe(500);
  expect(company.people.filter(({ managerId }) => managerId === null)).toHaveLength(1);
  const reports = new Map<string, number>();
  for (const { managerId } of company.people) if (managerId) reports.set(managerId, (reports.get(managerId) ?? 0) + 1);
  for (const [managerId, count] of reports) expect([ids.has(managerId), count <= 8]).toEqual([true, true]);
  expect(new Set(company.people.map(({ department }) => department)).size).toBeGreaterThan(6);
});

it('has about ten events in each calendar, in the six weeks from the Monday on', () => {
  const copies = company.people.flatMap(({ events }) => events.map(({ attendeeIds = [] }) => 1 + attendeeIds.length));
  const total = copies.reduce((sum, count) => sum + count, 0);
  expect(total / 500).toBeGreaterThan(9.5);
  expect(total / 500).toBeLessThan(10.5);
  const starts = company.people.flatMap(({ events }) => events.map(({ start }) => start)).sort();
  expect([(starts[0] ?? '') >= '2026-11-30T00:00', (starts.at(-1) ?? '') < '2027-01-11T00:00']).toEqual([true, true]);
  for (const { start, end } of company.people.flatMap(({ events }) => events)) expect(start < end).toBe(true);
});
