/**
 * How long it takes to say how many talks fit, once the calendars are there: 1 000 talks in full calendars, from the settings to the list of managers who
 * have too much. Everything that happens at a change of a field but the store and the network.
 */
import { feasibilityOf } from '#api/cycle/rules/feasibility.ts';
import { planInOrder } from '#api/cycle/rules/order.ts';
import { planQuickly } from '#test/given/plan-quickly.ts';
import { problemOf, randomInput } from '#test/given/problem.ts';
import { quantile, type Row } from './report.ts';

const rounds = 9;

export async function measureFeasibility(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, talks, busyShare, target] of [
    ['1 000 talks, half of every calendar taken', 1_000, 0.5, 'under 1'],
    ['1 000 talks, 85 % of every calendar taken', 1_000, 0.85, 'under 1'],
    ['10 000 talks, half of every calendar taken', 10_000, 0.5, ''],
  ] as const) {
    const input = randomInput({ seed: 7, talks, busyShare });
    const times: number[] = [];
    const cpu: number[] = [];
    let fit = 0;
    for (let round = 0; round < rounds; round += 1) {
      // Each time another length, as when HR tries what helps.
      const settings = { ...input.settings, lengthMinutes: [60, 45, 75][round % 3] ?? 60 };
      const began = performance.now();
      const usage = process.cpuUsage();
      const { instance, judged } = problemOf({ ...input, settings });
      const found = feasibilityOf(instance, await planInOrder(instance, judged, planQuickly), judged);
      times.push((performance.now() - began) / 1000);
      const { user, system } = process.cpuUsage(usage);
      cpu.push((user + system) / 1e6);
      if (settings.lengthMinutes === 60) fit = found.fit;
    }
    rows.push({ what: `How many fit of ${what} (${fit} at 60 minutes): median`, value: quantile(times, 0.5), unit: 's', target });
    rows.push({ what: 'the same in CPU time', value: quantile(cpu, 0.5), unit: 's', target: '' });
  }
  return rows;
}
