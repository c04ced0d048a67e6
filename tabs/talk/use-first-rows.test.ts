/** Few rows are all there; of many the first, in their order, until all are asked for. */
import { expect, it } from 'vitest';
import { firstRows } from './use-first-rows.ts';

it.each([
  [0, false, 0],
  [18, false, 18],
  [19, false, 15],
  [40, false, 15],
  [40, true, 40],
])('Of %d rows, whole: %s, %d are shown', (count, isWhole, shown) => {
  const rows = Array.from({ length: count }, (_row, at) => at);
  expect(firstRows(rows, isWhole)).toEqual(rows.slice(0, shown));
});
