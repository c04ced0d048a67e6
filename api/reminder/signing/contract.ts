/** HR's word on reminders of a signature, cycle by cycle: may whoever wants none turn them off, or only have them later? Later, unless HR says so. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** `version`: 0 while HR has said nothing. */
export const signingSchema = z.object({ mayBeOff: z.boolean(), version: z.number().int() });
export type Signing = z.infer<typeof signingSchema>;

/** What a person has turned off already goes by it from the next reminder on. */
export const saveSigning = endpoint({
  method: 'PUT',
  path: '/api/cycles/:cycleId/reminders/signing',
  may: 'hr',
  about: { item: 'cycle', act: 'write' },
  guarded: true,
  params: z.strictObject({ cycleId: z.string().max(100) }),
  body: z.strictObject({ mayBeOff: z.boolean() }),
  answer: signingSchema,
});
