/** How a measurement is printed: one table, with the machine and the day. Measures nothing. */
import { cpus, totalmem } from 'node:os';

export type Row = { what: string; value: number; unit: string; /** What it is measured against, or what it should be. */ target: string };

const shown = (value: number): string =>
  Number.isInteger(value) || value >= 1000 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const lineOf = ({ what, value, unit }: Row): string => `${what}: ${shown(value)} ${unit}`;

/** Measures one after another and says each as it comes: they take many minutes, and should a later one fail, what came before is known. */
export async function inTurn(measurements: (() => Promise<Row[]>)[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const measure of measurements) {
    const measured = await measure();
    for (const row of measured) console.log(lineOf(row));
    rows.push(...measured);
  }
  return rows;
}

/** A Markdown table, as it goes into the README. */
export function tableOf(rows: Row[], day: Date): string {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  return [
    `Measured ${day.toISOString().slice(0, 10)}, ${machine}.`,
    '',
    '| What | Measured | Target |',
    '|---|---|---|',
    ...rows.map(({ what, value, unit, target }) => `| ${what} | ${shown(value)} ${unit} | ${target} |`),
  ].join('\n');
}

/** Value below which this share of the values lies. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
  const value = sorted[at];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}
