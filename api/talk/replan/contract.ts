/** What planning a cycle again may do with one talk, as the cycle asks for it. Has no address of its own: HR reaches a talk only through its cycle. */
import type { MoveWhy } from '../contract.ts';

export type Span = { start: Date; end: Date };

/** A talk as planning needs to know it: times and people, never contents. */
export type OpenTalk = {
  talkId: string;
  employeeId: string;
  managerId: string;
  time: Span | null;
  lengthMinutes: number;
  hasStarted: boolean;
  /** Held, and signed by both. */
  isHeld?: boolean;
  isSigned?: boolean;
  /** Samtal is putting it into the calendars, moving it there, or waits for its people to do so. */
  isBeingWritten: boolean;
  /** Its people have moved it, in Samtal or in Outlook. */
  isMovedByThem: boolean;
  /** Its employee may choose already, since they have gone to somebody else: to whom, and until when it may be finished. */
  parting?: { to: string; until: Date; isOver: boolean };
  /** It is to be handed over by this manager; `managerId` is who it goes to. */
  handOverFrom?: string;
};

/**
 * One talk's share of a re-plan: `from` as it was planned on, and where it goes; `withdrawn` when there will be no talk, `no-time` when it is handed over
 * without one; `parts` when it has begun, and its employee is to choose. With `handOver` it also goes, or is asked to go, from one manager to another.
 */
export type ReplanStep = {
  talkId: string;
  from: Span | null;
  to: Span | 'withdrawn' | 'no-time' | 'parts';
  why: MoveWhy | null;
  handOver: { from: string; to: string } | null;
};

/**
 * The re-plan that HR has accepted, claimed by whoever carries it out. `holdOn` is asked before each talk, since looking for its room may take long; it
 * answers false when another instance has claimed the re-plan meanwhile.
 */
export type Accepted = { replanId: string; tenantId: string; by: string; holdOn(): Promise<boolean> };

/**
 * How far one step has come: `waiting` for its turn, `under-way` until the calendars have it, `done`; or left alone, since the talk has changed
 * meanwhile (`changed`) or its new time was gone (`taken`).
 */
export type StepState = 'waiting' | 'under-way' | 'done' | 'changed' | 'taken';
