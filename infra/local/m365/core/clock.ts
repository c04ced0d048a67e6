/** The local Microsoft 365's clock: the machine's own, moved by hand. How far it was moved is kept. */
import type { Tables } from './tables.ts';

export type MovableClock = {
  now(): Date;
  /** Moves to an instant; time goes on from there. */
  moveTo(instant: Date): void;
};

type Moved = { offsetMs: number };

export function createClock(tables: Tables): MovableClock {
  const moved = tables.table<Moved>('clock');
  return {
    now: () => new Date(Date.now() + (moved.get('clock')?.offsetMs ?? 0)),
    moveTo: (instant) => void moved.put('clock', { offsetMs: instant.getTime() - Date.now() }),
  };
}
