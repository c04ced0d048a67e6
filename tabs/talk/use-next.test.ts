/** What an employee is told and offered, and which talk it is about. */
import { describe, expect, it } from 'vitest';
import { nextOf } from './use-next.ts';

type Facts = Parameters<typeof nextOf>[0];
const at = '2026-12-01T09:00:00.000Z';
const planned: Facts = {
  status: 'planned',
  next: 'prepare',
  me: 'employee',
  answered: { done: 0, of: 8 },
  employeeReleasedAt: null,
  managerReleasedAt: null,
  releaseRule: 'both-released',
  signatures: [],
  joinUrl: 'https://teams.example/join',
};
const released = { status: 'released', next: 'wait', employeeReleasedAt: at } as const;

describe('what comes next', () => {
  it.each<[string, Partial<Facts>, string, string]>([
    ['nothing answered', {}, 'start', 'start'],
    ['nothing answered and no time yet', { next: 'wait', joinUrl: null }, 'start', 'start'],
    ['some answered', { next: 'release', answered: { done: 3, of: 8 } }, 'goOn', 'goOn'],
    ['all answered', { next: 'release', answered: { done: 8, of: 8 } }, 'read', 'read'],
    ['I have shared', released, 'look', 'waits'],
    ['both have shared', { ...released, managerReleasedAt: at }, 'open', 'ready'],
    ['both have shared, to be read at the start', { ...released, managerReleasedAt: at, releaseRule: 'talk-start' }, 'look', 'shared'],
    ['it begins', { next: 'join' }, 'join', 'join'],
    ['it begins without a Teams meeting', { next: 'join', joinUrl: null }, 'open', 'join'],
    ['it goes on', { status: 'live', next: 'hold' }, 'open', 'hold'],
    ['to be signed', { status: 'held', next: 'sign' }, 'sign', 'sign'],
    ['signed by the other', { status: 'held', next: 'sign', signatures: [{ side: 'manager', at }] }, 'sign', 'sign'],
    ['signed by me', { status: 'held', next: 'wait', signatures: [{ side: 'employee', at }] }, 'open', 'signed'],
    ['signed by both', { status: 'signed', next: 'follow-up' }, 'open', 'follow'],
  ])('%s', (_name, facts, act, say) => {
    expect(nextOf({ ...planned, ...facts })).toEqual({ act, say });
  });

  it('is nothing to join once the booked time has gone by', () => {
    expect(nextOf({ ...planned, next: 'passed' })).toEqual({ act: 'open', say: 'passed' });
    expect(nextOf({ ...planned, ...released, next: 'passed' })).toEqual({ act: 'open', say: 'passed' });
  });
});
