/** What waits for the manager, and what of it is for today. */
import { describe, expect, it } from 'vitest';
import type { NextStep, Side, Talk, TalkStatus } from '#api/talk/contract.ts';
import { needsMe, needsMeThisWeek, needsMeToday, standingOf } from './use-needs.ts';

const days = (at: string): number => Number(at);

describe('what needs me', () => {
  const table: [NextStep, string | null, boolean, boolean, boolean?][] = [
    ['join', null, true, true],
    ['passed', null, true, true],
    ['hold', null, true, true],
    ['sign', null, true, true],
    ['prepare', '3', true, false],
    ['prepare', '7', true, false],
    ['prepare', '8', true, false, false],
    ['release', '30', true, false, false],
    ['prepare', '0', true, true],
    ['release', '-2', true, true],
    ['prepare', null, true, false, false],
    ['find-time', null, true, false],
    ['wait', '0', false, false],
    ['follow-up', null, false, false],
  ];
  it.each(table)('%s, to be prepared in %s days', (next, prepareBy, needs, today, week = needs) => {
    expect(needsMe({ next })).toBe(needs);
    expect(needsMeToday({ next, prepareBy }, days)).toBe(today);
    expect(needsMeThisWeek({ next, prepareBy }, days)).toBe(week);
  });
});

describe('what My team says of where a talk stands', () => {
  const asks: Talk['attention'] = { kind: 'declined', since: '2027-02-16T13:00:00Z', choices: ['keep'] };
  const table: [string, TalkStatus, NextStep, Side[], boolean][] = [
    ['status', 'planned', 'prepare', [], false],
    ['status', 'released', 'wait', [], false],
    ['passed', 'planned', 'passed', [], false],
    ['passed', 'released', 'passed', [], false],
    ['attention', 'planned', 'decide', [], true],
    ['status', 'live', 'hold', [], false],
    ['yours', 'held', 'sign', ['employee'], false],
    ['theirs', 'held', 'wait', ['manager'], false],
    ['status', 'signed', 'follow-up', ['employee', 'manager'], false],
  ];
  it.each(table)('%s: %s, next %s, signed by %j, attention %s', (says, status, next, signed, isAsked) => {
    const signatures = signed.map((side) => ({ side, at: '2027-02-17T13:00:00Z' }));
    expect(standingOf({ status, next, signatures, me: 'manager', attention: isAsked ? asks : null })).toBe(says);
  });
});
