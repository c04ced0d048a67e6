/** Everything odd that a directory may say about a person, and what comes of it: each is named, and nobody else's talk is touched. */
import { describe, expect, it } from 'vitest';
import type { PersonCalendar } from './calendar-grid.ts';
import { lineAbove, pairsOf, withCalendars, type Known } from './sort-pairs.ts';
import { usualRules } from './usual-rules.ts';

const person = (personId: string, managerId: string | null = 'maja', more: Partial<Known> = {}): Known => ({
  ...{ personId, managerId, enabled: true, hasMailbox: true },
  ...more,
});
const maja = person('maja', null);
const managers = new Map([maja, person('vera', null), person('gone', null, { enabled: false })].map((one) => [one.personId, one]));

describe('who talks with whom', () => {
  const table: [string, Known, string][] = [
    ['nobody’s employee', person('kim', null), 'no-manager'],
    ['one’s own manager', person('kim', 'kim'), 'own-manager'],
    ['a manager who has left', person('kim', 'gone'), 'manager-left'],
    ['a manager nobody knows', person('kim', 'stranger'), 'manager-left'],
  ];
  it.each(table)('%s has no talk, and the reason is named', (_what, kim, reason) => {
    expect(pairsOf([kim, person('erik')], managers, usualRules)).toEqual({
      pairs: [{ employeeId: 'erik', managerId: 'maja' }],
      alone: [{ employeeId: 'kim', managerId: null, reason }],
    });
  });

  it('is as HR has decided: left out, or held by somebody else', () => {
    const rules = {
      ...usualRules,
      leftOut: ['erik'],
      heldBy: [
        { employeeId: 'elin', managerId: 'vera' },
        { employeeId: 'kim', managerId: 'vera' },
      ],
    };
    expect(pairsOf([person('erik'), person('elin'), person('kim', null)], managers, rules)).toEqual({
      pairs: [
        { employeeId: 'elin', managerId: 'vera' },
        { employeeId: 'kim', managerId: 'vera' },
      ],
      alone: [],
    });
  });
});

it('who could hold a talk instead is the manager’s manager, unless the manager’s own talk says so already', () => {
  const known = new Map(
    [person('maja', 'vera'), person('vera', 'vera'), person('lisa', 'ceo'), person('ceo', null)].map((one) => [one.personId, one]),
  );
  const pair = (employeeId: string, managerId: string) => ({ employeeId, managerId });
  const all = [pair('erik', 'maja'), pair('kim', 'vera'), pair('elin', 'lisa'), pair('lisa', 'ceo')];
  expect([...lineAbove(all, all, known)]).toEqual([['maja', 'vera']]);
  expect([...lineAbove(all.slice(1), all, known)]).toEqual([]);
});

describe('whose calendar can be read', () => {
  const calendar: PersonCalendar = { timeZone: 'Etc/UTC', work: { days: [1], from: 0, to: 60 }, busy: [] };
  const everybody = ['erik', 'elin', 'maja', 'vera', 'hedda'];
  const table: [string, Partial<Record<string, 'no-mailbox' | 'unreadable'>>, string | null, string][] = [
    ['the manager has no mailbox', { maja: 'no-mailbox' }, null, 'manager-has-no-mailbox'],
    ['the manager’s calendar cannot be read', { maja: 'unreadable' }, null, 'manager-has-no-calendar'],
    ['the employee has no mailbox', { erik: 'no-mailbox' }, null, 'employee-has-no-mailbox'],
    ['the employee’s calendar cannot be read', { erik: 'unreadable' }, null, 'employee-has-no-calendar'],
    ['the partner’s calendar cannot be read', { hedda: 'unreadable' }, 'hedda', 'partner-has-no-calendar'],
  ];
  it.each(table)('%s: named, and only those talks wait', (_what, broken, partnerId, reason) => {
    const people = new Map(everybody.map((id) => [id, person(id, null, { hasMailbox: broken[id] !== 'no-mailbox' })]));
    const calendars = new Map(everybody.map((id) => [id, broken[id] ? null : calendar]));
    const pairs = [
      { employeeId: 'erik', managerId: 'maja' },
      { employeeId: 'elin', managerId: 'vera' },
    ];
    const { plannable, alone } = withCalendars(pairs, people, calendars, partnerId);
    expect(alone[0]).toEqual({ ...pairs[0], reason });
    expect(plannable).toEqual(partnerId ? [] : [pairs[1]]);
  });
});
