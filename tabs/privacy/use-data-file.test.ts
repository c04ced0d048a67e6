import { expect, it } from 'vitest';
import { nameOf } from './use-data-file.ts';

it.each([
  ['page', 'samtal-2027-02-04.html'],
  ['json', 'samtal-2027-02-04.json'],
] as const)('%s: %s', (kind, name) => expect(nameOf('2027-02-04', kind)).toBe(name));
