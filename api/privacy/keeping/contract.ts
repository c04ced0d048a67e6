/** What this organisation keeps for longer than Samtal does otherwise, and why: for everybody who wants to know what is kept of them. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

export const readKeeping = endpoint({
  method: 'GET',
  path: '/api/my-data/keeping',
  may: 'signed-in',
  about: { item: 'talk', act: 'read' },
  answer: z.object({
    /** Why preparations and shared notes stay although the next talk of their kind is signed, in the organisation's own words; null: they do not. */
    notesStayBecause: z.string().nullable(),
  }),
});
