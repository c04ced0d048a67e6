/** Nobody waits for more than was agreed: the built tab stays within the limits that the benchmark measures. */
import { expect, it } from 'vitest';
import { measureWeight } from './weight.ts';

it(
  'loads no more at the first route, at one more, for the editor and for signing in than the limits allow',
  { timeout: 120_000 },
  async () => {
    const rows = await measureWeight();
    expect(rows).toHaveLength(5);
    const limitOf = (target = ''): number => Number(/^at most (\d+)$/.exec(target)?.[1]);
    expect(rows.filter(({ value, target }) => !(value > 0 && value <= limitOf(target)))).toEqual([]);
  },
);
