/** Where a talk is, from its facts. */
import { describe, expect, it } from 'vitest';
import { stepsOf } from './use-talk-steps.ts';

const planned = {
  status: 'planned' as const,
  me: 'employee' as const,
  prepareBy: '2026-12-02T09:00:00.000Z',
  employeeReleasedAt: null,
  managerReleasedAt: null,
  start: '2026-12-03T09:00:00.000Z',
  startedAt: null,
  signatures: [],
};
const shared = '2026-12-01T09:00:00.000Z';
type Facts = Parameters<typeof stepsOf>[0];
const now = (facts: Partial<Facts>): string | undefined => stepsOf({ ...planned, ...facts }).find(({ state }) => state === 'now')?.key;

describe('the steps of a talk', () => {
  it.each<[string, Partial<Facts>, string]>([
    ['planned', {}, 'prepare'],
    ['the other has shared', { status: 'released', managerReleasedAt: shared }, 'prepare'],
    ['I have shared', { status: 'released', employeeReleasedAt: shared }, 'talk'],
    ['going on', { status: 'live' }, 'talk'],
    ['held', { status: 'held' }, 'sign'],
    ['signed', { status: 'signed' }, 'follow'],
  ])('%s', (_name, facts, key) => {
    expect(now(facts)).toBe(key);
  });

  it('carry their days: when to prepare by, then when it was shared', () => {
    expect(stepsOf(planned)[1]).toEqual({ key: 'prepare', state: 'now', at: planned.prepareBy, by: true });
    expect(stepsOf({ ...planned, status: 'released', employeeReleasedAt: shared })[1]).toEqual({
      key: 'prepare',
      state: 'done',
      at: shared,
    });
  });

  it('give no day to a preparation that was never shared, once the talk has begun', () => {
    expect(stepsOf({ ...planned, status: 'live' })[1]).toEqual({ key: 'prepare', state: 'done', at: null });
  });

  it('give the day of the last signature', () => {
    const signatures: Facts['signatures'] = [
      { side: 'manager', at: '2026-12-05T09:00:00.000Z' },
      { side: 'employee', at: '2026-12-04T09:00:00.000Z' },
    ];
    expect(stepsOf({ ...planned, status: 'signed', signatures })[3]?.at).toBe('2026-12-05T09:00:00.000Z');
    expect(stepsOf({ ...planned, status: 'held', signatures: signatures.slice(1) })[3]?.at).toBeNull();
  });
});
