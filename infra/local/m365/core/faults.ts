/** Faults that somebody asked for at the desk: the next matching calls fail as said. Each fault is used up; none comes back after a restart. */

export type FaultService = 'graph' | 'entra' | 'connector';
export type FaultKind =
  /** The call is refused with `status` before it does anything. */
  | 'refuse'
  /** The call does its work, and is then answered with `status`. */
  | 'refuse-after'
  /** The call does its work, and the connection is cut instead of an answer. */
  | 'lose-answer'
  /** The connection is cut before anything happens. */
  | 'cut'
  /** The call does its work, and its answer comes late. */
  | 'slow'
  /** Nothing happens and no answer comes, until whoever asked gives up. */
  | 'hang'
  /** Entra does not act on behalf of the person until the person has signed in anew (`interaction_required`). */
  | 'ask-person'
  /** A change notification is lost on its way. */
  | 'drop'
  /** A change notification comes twice. */
  | 'repeat';

/** Where faults are met: at a call, where Entra acts for a person, at a notification that Graph sends (its path is the resource). */
export type FaultStage = 'call' | 'person' | 'notice';
const stages: Partial<Record<FaultKind, FaultStage>> = { 'ask-person': 'person', drop: 'notice', repeat: 'notice' };

export type Fault = {
  id: number;
  service: FaultService;
  kind: FaultKind;
  /** HTTP status for `refuse` and `refuse-after`. */
  status: number;
  /** Error code of the service; the usual one for the status unless given. */
  code: string | null;
  retryAfterSeconds: number | null;
  /** How late `slow` is, by the machine's own clock; five seconds unless given. */
  seconds?: number;
  /** Only calls with this method, and whose path contains this text. */
  method: string | null;
  pathContains: string | null;
  /** How many calls are left to fail. */
  times: number;
};

export type Faults = {
  list(): Fault[];
  add(fault: Omit<Fault, 'id'>): Fault;
  clear(): void;
  /** The fault this call meets, if any; counts it. */
  take(service: FaultService, method: string, path: string, stage?: FaultStage): Fault | null;
};

export function createFaults(): Faults {
  let waiting: Fault[] = [];
  let nextId = 1;
  return {
    list: () => [...waiting],
    add(fault) {
      const added = { ...fault, id: nextId++ };
      waiting.push(added);
      return added;
    },
    clear: () => void (waiting = []),
    take(service, method, path, stage = 'call') {
      const met = waiting.find(
        (fault) =>
          fault.service === service &&
          (stages[fault.kind] ?? 'call') === stage &&
          (fault.method === null || fault.method === method) &&
          (fault.pathContains === null || path.includes(fault.pathContains)),
      );
      if (!met) return null;
      met.times -= 1;
      if (met.times <= 0) waiting = waiting.filter((fault) => fault !== met);
      return met;
    },
  };
}
