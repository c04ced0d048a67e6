/** Comparing two talks asks every question of both once, in the order of the later one. */
import { expect, it } from 'vitest';
import type { Question, Template } from '#api/template/contract.ts';
import { questionsOfBoth } from './use-compared.ts';

const asks = (...parts: string[][]): Pick<Template, 'parts'> => ({
  parts: parts.map((ids) => ({ questions: ids.map((id) => ({ id }) as Question) }) as Template['parts'][number]),
});

it.each([
  ['the same template', asks(['a'], ['b']), asks(['a'], ['b']), 'a b'],
  ['a new question', asks(['a', 'b']), asks(['a', 'new', 'b']), 'a new b'],
  ['one that is not asked any more', asks(['gone', 'a']), asks(['a']), 'a gone'],
  ['nothing in common', asks(['x']), asks(['y']), 'y x'],
  ['nothing', asks(), asks([]), ''],
])('%s', (_title, earlier, later, expected) => {
  expect(
    questionsOfBoth(earlier, later)
      .map(({ id }) => id)
      .join(' '),
  ).toBe(expected);
});
