/** HR plans a launched cycle again as it stands, through the API: what would change, and that it is carried out. */
import { readCycle } from '#api/cycle/contract.ts';
import { acceptReplan, proposeReplan, readReplan, type Proposal } from '#api/cycle/replan/contract.ts';
import { rulesOf } from '#api/cycle/rules/settings.ts';
import type { GivenSamtal } from './samtal.ts';
import { until } from './until.ts';

export async function proposeAgain(samtal: Pick<GivenSamtal, 'as'>, cycleId: string): Promise<Proposal> {
  const params = { cycleId };
  const { settings, version } = await samtal.as('hedda').must(readCycle, { params });
  const { windowFrom, windowTo, bufferMinutes, maxPerDay, ...rest } = settings;
  const wish = { windowFrom, windowTo, bufferMinutes, maxPerDay, rules: rulesOf(rest) };
  const body = { ...wish, away: [], keepMoved: true, stay: [], keepManager: [] };
  return samtal.as('hedda').must(proposeReplan, { params, body, version });
}

/** Resolves when every talk is as HR has accepted it. */
export async function acceptAgain(
  samtal: Pick<GivenSamtal, 'as'>,
  cycleId: string,
  { replanId, version }: Proposal,
  leaveOut: string[] = [],
): Promise<void> {
  await samtal.as('hedda').must(acceptReplan, { params: { cycleId, replanId }, body: { leaveOut }, version });
  await until(async () => (await samtal.as('hedda').must(readReplan, { params: { cycleId } })).replan?.isUnderWay === false, {
    message: 'the re-plan is carried out',
    withinMs: 20_000,
  });
}
