/** How to stop what was started, part by part. Knows no part. */

export type Stop = () => Promise<void> | void;
export type Stops = { add(stop: Stop): void; all(): Promise<void> };

export function createStops(): Stops {
  const stops: Stop[] = [];
  return {
    add: (stop) => void stops.push(stop),
    /** Stops everything once, last started first. A part that cannot be stopped keeps no other from it; what it said is thrown at the end. */
    async all() {
      const errors: unknown[] = [];
      for (const stop of stops.splice(0).reverse()) {
        try {
          await stop();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length === 1) throw errors[0];
      if (errors.length > 1) throw new AggregateError(errors, errors.map(String).join('; '));
    },
  };
}
