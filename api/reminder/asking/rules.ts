/** Rules of reminders that a manager asks for: of which talks, and the key that lets each person have one a day. */
import { dayOf } from '../rules/hours.ts';

export type AskedFacts = {
  start: Date | null;
  startedAt: Date | null;
  employeeReleasedAt: Date | null;
};

/** Whether there is something to remind an employee of: a talk ahead that has a time, and a preparation that is not shared. */
export function mayAsk({ start, startedAt, employeeReleasedAt }: AskedFacts, now: Date): boolean {
  return start !== null && start > now && startedAt === null && employeeReleasedAt === null;
}

/** The reminder's key: one for a person and talk on a day of their own calendar, however often and by whomever it is asked for. */
export function askedKey(talkId: string, employeeId: string, timeZone: string, now: Date): string {
  return `${talkId}:preparation-asked:${dayOf(now, timeZone).toISODate()}:${employeeId}`;
}
