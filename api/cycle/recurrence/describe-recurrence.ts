/** The recurrence of a cycle as HR sees it: how it stands, and when the next round is. */
import { refOf, type KnownPerson } from '#api/people/find-people.ts';
import type { CycleRecord } from '../store.ts';
import type { Recurrence } from './contract.ts';
import { roundAfter } from './keep-rounds.ts';
import { stateOfRound } from './rules/starting.ts';

/** @param hr whoever has decided something, by id */
export function describeRecurrence(cycle: CycleRecord, hr: Map<string, KnownPerson>, now: Date): Recurrence | null {
  const { settings, recurrence, launchedAt } = cycle;
  if (!recurrence) return null;
  const { every, number, startsOn, decided, waiting, nextId } = recurrence;
  const state = stateOfRound(recurrence, launchedAt, now);
  return {
    every,
    number,
    state,
    startsOn,
    decided: decided ? { at: decided.at.toISOString(), by: refOf(hr.get(decided.by), decided.by) } : null,
    waiting,
    next: state === 'ended' || nextId ? null : daysOf(roundAfter({ settings, recurrence })),
    nextId,
  };
}

const daysOf = ({ startsOn, windowFrom, windowTo }: NonNullable<Recurrence['next']>) => ({ startsOn, windowFrom, windowTo });
