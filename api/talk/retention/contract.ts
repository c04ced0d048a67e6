/** Of a talk whose notes are gone: since when and why. What is kept how long is decided in rules.ts and privacy/erasure; what signing ends is told in ../ending. */
import { z } from 'zod';

/** The next talk of its kind was signed, or 24 months had gone by since it was held. */
export const erasedBecauseSchema = z.enum(['next-signed', 'two-years-held']);
export type ErasedBecause = z.infer<typeof erasedBecauseSchema>;

/** Left out while preparations and shared notes are kept. Agreements, goals, comments and signatures stay. */
export const erasedFields = { notesErased: z.object({ at: z.string(), why: erasedBecauseSchema }).optional() };
