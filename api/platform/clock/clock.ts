/** The only place in the product that reads the time. Rules never do: they are given `now`. */

/** Answers the present instant. The composition root decides which clock; tests and the local Microsoft 365 move theirs. */
export type Clock = { now(): Date };

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
