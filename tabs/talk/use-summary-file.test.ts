import { expect, it } from 'vitest';
import { nameOf } from './use-summary-file.ts';

it.each([
  [{ startedAt: '2027-02-04T09:02:00.000Z', start: '2027-02-03T09:00:00.000Z' }, 'pdf', 'samtal-2027-02-04.pdf'],
  [{ startedAt: null, start: '2027-02-03T09:00:00.000Z' }, 'word', 'samtal-2027-02-03.docx'],
  [{ startedAt: null, start: null }, 'pdf', 'samtal.pdf'],
] as const)('%j as %s: %s', (talk, kind, name) => expect(nameOf(talk, kind)).toBe(name));
