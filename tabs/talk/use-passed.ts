/** Whether the time of a talk has gone by without it having been held: joining its meeting helps nobody then. Pure. */
import type { Talk } from '#api/talk/contract.ts';

/** From the booked end on. What has been started is not over by the clock. */
export const hasPassed = ({ end, startedAt }: Pick<Talk, 'end' | 'startedAt'>, now: Date): boolean =>
  startedAt === null && end !== null && Date.parse(end) <= now.getTime();
