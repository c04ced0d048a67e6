import { expect, it } from 'vitest';
import { kinds } from '../../contract.ts';
import { en } from './en.ts';
import { sv } from './sv.ts';

it.each([
  ['sv', sv],
  ['en', en],
])('every kind has its texts in %s, and none holds a name or a time that was not given', (_language, texts) => {
  const some = texts('Bo Ek', 'torsdag 10:00');
  expect(Object.keys(some).sort()).toEqual([...kinds].sort());
  const blank = texts('', '');
  for (const kind of kinds)
    for (const part of ['topic', 'preview', 'subject', 'lead', 'action', 'why'] as const) {
      expect(blank[kind][part].trim(), `${kind} ${part}`).not.toBe('');
      expect(blank[kind][part]).toBe(some[kind][part].replaceAll('Bo Ek', '').replaceAll('torsdag 10:00', ''));
    }
});
