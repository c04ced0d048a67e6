/**
 * `npm run bench`: the measurements of the README, side by side in one run. Words after `--` choose some: weight, start, rate, m365, sync,
 * typing, feasibility, book, kill, bot, notes, remind, plan, again. The last four take many minutes and are measured only when they are named.
 */
import { tableOf, type Row } from './report.ts';

const measurements: Record<string, () => Promise<Row[]>> = {
  weight: async () => (await import('./weight.ts')).measureWeight(),
  start: async () => (await import('./start.ts')).measureStart(),
  rate: async () => (await import('./rate.ts')).measureRate(),
  m365: async () => (await import('./m365.ts')).measureM365(),
  sync: async () => (await import('./sync.ts')).measureSync(),
  typing: async () => (await import('./typing.ts')).measureTyping(),
  feasibility: async () => (await import('./feasibility.ts')).measureFeasibility(),
  book: async () => (await import('./book.ts')).measureBooking(),
  kill: async () => (await import('./kill.ts')).measureKills(),
  bot: async () => (await import('./bot.ts')).measureBot(),
  notes: async () => (await import('./notes.ts')).measureNotes(),
  remind: async () => (await import('./remind.ts')).measureReminders(),
  plan: async () => (await import('./plan.ts')).measurePlan(),
  again: async () => (await import('./kill-again.ts')).measureAgain(),
};
const onlyWhenNamed = ['notes', 'remind', 'plan', 'again'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in measurements));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(measurements).join(', ')}.`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (asked.length > 0 ? !asked.includes(name) : onlyWhenNamed.includes(name)) continue;
  console.log(`Measuring ${name} ...`);
  rows.push(...(await measure()));
}
console.log(tableOf(rows, new Date()));
