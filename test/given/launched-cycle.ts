/** A cycle that HR has created, planned and launched through the API, with every talk booked: where most stories begin. */
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { createCycle, launchCycle, planCycle, readCycle, type Cycle, type CycleSettings } from '#api/cycle/contract.ts';
import { listMyTalks, type Talk } from '#api/talk/contract.ts';
import type { Desk } from './desk.ts';
import type { Speaker } from './speaker.ts';
import { until } from './until.ts';

/** A Samtal of any kind: whole in this process, or one that can be killed. */
type AnySamtal = { as(who: string): Speaker; desk: Desk };

export type CycleOptions = {
  /** Who does it: somebody of HR. */
  hr?: string;
  /** What differs from the usual settings. */
  settings?: Partial<CycleSettings>;
  withinMs?: number;
};

export type LaunchedCycle = {
  cycle: Cycle;
  /** The talk in which this person is the employee, as the person sees it now. */
  talkOf(employee: string): Promise<Talk>;
};

/** Four weeks of talks, a week and a day from now. */
export function usualSettings(now: Date): CycleSettings {
  const from = DateTime.fromJSDate(now, { zone: 'Europe/Stockholm' }).plus({ days: 8 });
  const day = (later: number): string => from.plus({ days: later }).toFormat('yyyy-MM-dd');
  return {
    name: 'Development talks',
    templateId: 'development-talk',
    departments: [],
    windowFrom: day(0),
    windowTo: day(27),
    prepareDays: 5,
    lengthMinutes: 60,
    bufferMinutes: 15,
    maxPerDay: 3,
    releaseRule: 'both-released',
  };
}

/** HR creates a cycle and has it planned; nothing is sent to anybody yet. */
export async function givenPlannedCycle(samtal: AnySamtal, { hr = 'hedda', settings = {} }: CycleOptions = {}): Promise<Cycle> {
  const now = await samtal.desk.clock.now();
  const draft = await samtal.as(hr).must(createCycle, { body: { ...usualSettings(now), ...settings, cycleId: randomUUID() } });
  return samtal.as(hr).must(planCycle, { params: { cycleId: draft.cycleId }, version: draft.version });
}

/** HR launches; waits until every talk that has a time is booked. */
export async function givenLaunchedCycle(samtal: AnySamtal, options: CycleOptions = {}): Promise<LaunchedCycle> {
  const { hr = 'hedda', withinMs = 20_000 } = options;
  const { cycleId, version } = await givenPlannedCycle(samtal, options);
  await samtal.as(hr).must(launchCycle, { params: { cycleId }, version });
  let progress: Cycle['progress'] = null;
  const cycle = await until(
    async () => {
      const read = await samtal.as(hr).must(readCycle, { params: { cycleId } });
      progress = read.progress;
      return read.state === 'launched' ? read : null;
    },
    { message: 'every talk is booked', withinMs, seen: () => progress },
  );
  return {
    cycle,
    async talkOf(employee) {
      const { talks } = await samtal.as(employee).must(listMyTalks);
      const talk = talks.find((one) => one.cycleId === cycleId);
      if (!talk) throw new Error(`${employee} has no talk in this cycle`);
      return talk;
    },
  };
}
