/** People whom the directory suddenly lacks, for HR to say whether they have left. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { personRefSchema } from '../contract.ts';

/** At most so many are named. */
export const mostNamed = 50;

export const missingSchema = z.object({
  /** Null while the directory is believed. `until`: when the last of them went missing. */
  missing: z.object({ count: z.number().int(), people: z.array(personRefSchema).max(mostNamed), until: z.iso.datetime() }).nullable(),
});
export type Missing = z.infer<typeof missingSchema>;

export const readMissing = endpoint({
  method: 'GET',
  path: '/api/departments/missing',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  answer: missingSchema,
});
/** HR says that everybody who was missing by then has left: what was theirs goes 30 days after they went. Later ones are not meant by it. */
export const confirmMissing = endpoint({
  method: 'POST',
  path: '/api/departments/missing/confirm',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  body: z.strictObject({ until: z.iso.datetime() }),
  answer: missingSchema,
});
