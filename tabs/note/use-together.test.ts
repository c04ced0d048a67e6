/** What another's program says of how far it is: only a plain number counts. */
import { expect, it } from 'vitest';
import { highestMark } from './use-together.ts';

it.each([
  [[], 0],
  [[{ mark: 2 }, { mark: 5 }, {}], 5],
  [[{ mark: '9' }, { mark: Infinity }, { mark: 1.5 }, { mark: NaN }, null, 7, { mark: -3 }], 0],
])('the highest mark is found among what is one (%#)', (states, highest) => expect(highestMark(states)).toBe(highest));
