/** A launched cycle in which one of Maja's talks has lost its time: something was moved onto it between the plan and the launch. */
import { launchCycle, readCycle } from '#api/cycle/contract.ts';
import { listMyTalks, type Talk } from '#api/talk/contract.ts';
import { givenPlannedCycle } from './launched-cycle.ts';
import type { GivenSamtal, Person } from './samtal.ts';
import { until } from './until.ts';

/** `inTheWay`: the event in Maja's calendar that took the time. */
export type TalkWithoutTime = { talk: Talk; employee: Person; inTheWay: string };

/** Resolves when all other talks are booked. */
export async function givenTalkWithoutTime(samtal: GivenSamtal): Promise<TalkWithoutTime> {
  const { cycleId, version, plan } = await givenPlannedCycle(samtal);
  const lost = plan?.placed.find(({ manager }) => manager.id === samtal.find('maja').id);
  const meeting = (await samtal.desk.calendar('maja')).find(({ isOrganizer, isAllDay }) => isOrganizer && !isAllDay);
  if (!lost || !meeting) throw new Error('Maja has neither a talk in the plan nor anything in her calendar');
  await samtal.desk.move('maja', meeting.id, lost);
  await samtal.as('hedda').must(launchCycle, { params: { cycleId }, version });
  await until(async () => (await samtal.as('hedda').must(readCycle, { params: { cycleId } })).state === 'launched', {
    message: 'all that have a time are booked',
    withinMs: 20_000,
  });
  const employee = samtal.as(lost.employee.id);
  const [talk] = (await employee.must(listMyTalks)).talks;
  if (!talk) throw new Error('The employee has no talk');
  return { talk, employee, inTheWay: meeting.id };
}
