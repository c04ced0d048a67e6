/** What waits for the manager, and what of it is for today. */
import { describe, expect, it } from 'vitest';
import type { NextStep } from '#api/talk/contract.ts';
import { needsMe, needsMeToday } from './use-needs.ts';

const days = (at: string): number => Number(at);

describe('what needs me', () => {
  const table: [NextStep, string | null, boolean, boolean][] = [
    ['join', null, true, true],
    ['passed', null, true, true],
    ['hold', null, true, true],
    ['sign', null, true, true],
    ['prepare', '3', true, false],
    ['prepare', '0', true, true],
    ['release', '-2', true, true],
    ['prepare', null, true, false],
    ['find-time', null, true, false],
    ['wait', '0', false, false],
    ['follow-up', null, false, false],
  ];
  it.each(table)('%s, to be prepared in %s days', (next, prepareBy, needs, today) => {
    expect(needsMe({ next })).toBe(needs);
    expect(needsMeToday({ next, prepareBy }, days)).toBe(today);
  });
});
