/** Proposed times of several talks: what is known of each, and which times are spoken for by the others. Pure. */
import type { Talk } from '#api/talk/contract.ts';
import type { Problem } from '#api/platform/refusal/contract.ts';

type Span = { start: string; end: string };
export type Proposal = {
  talkId: string;
  name: string;
  /** When the talk is now; null when it has no time. */
  was: Span | null;
  time: (Span & { room?: string | undefined }) | null;
  /** Not every calendar could be read: the time may be taken all the same. */
  byHours: boolean;
  /** Not looked for yet, found, none free, booked (on its way to the calendars), or refused: `problem` says why. */
  state: 'sought' | 'found' | 'none' | 'booked' | 'refused';
  problem: Problem | null;
  isChosen: boolean;
  /** Another was looked for, and there is none. */
  isOnly?: boolean;
};

/** Nothing is known yet; each is chosen. */
export function soughtFor(talks: readonly Pick<Talk, 'talkId' | 'employee' | 'start' | 'end'>[]): Proposal[] {
  return talks.map(({ talkId, employee, start, end }) => ({
    ...{ talkId, name: employee.name, was: start !== null && end !== null ? { start, end } : null, time: null },
    ...{ byHours: false, state: 'sought', problem: null, isChosen: true },
  }));
}

/** With what is new of one of them; whether it is chosen stays as it is now. */
export function changed(all: readonly Proposal[], next: Proposal): Proposal[] {
  return all.map((one) => (one.talkId === next.talkId ? { ...next, isChosen: one.isChosen } : one));
}

/** Times proposed to the others, also to those that are unticked, who may be ticked again. What is booked Samtal knows by itself. */
export function timesBeside(all: readonly Proposal[], talkId: string): Span[] {
  return all.flatMap(({ time, state, ...one }) =>
    one.talkId !== talkId && time && state === 'found' ? [{ start: time.start, end: time.end }] : [],
  );
}

/** Which of them are booked by one press. */
export const toBook = (all: readonly Proposal[]): Proposal[] => all.filter(({ isChosen, state }) => isChosen && state === 'found');

/** What is said in place of the usual words, which tell people that what they wrote is still there: here nobody has written anything. */
export function ownWordsFor({ reason }: Pick<Problem, 'reason'>): 'timeStale' | 'timeFault' | null {
  return reason === 'stale' ? 'timeStale' : reason === 'unexpected' ? 'timeFault' : null;
}

/** Those that were to be booked and are not, as if nobody had looked for them yet. */
export function stillWithout(all: readonly Proposal[]): Proposal[] {
  return all
    .filter(({ isChosen, state }) => isChosen && state !== 'booked')
    .map((one) => ({ ...one, time: null, state: 'sought', problem: null }));
}
