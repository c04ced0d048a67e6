/** What an agreement says: text, owner and day. Used by the agreement itself and by an amendment of it. */
import { z } from 'zod';

export const agreementTermsSchema = z.object({
  text: z.string(),
  ownerId: z.string(),
  ownerName: z.string(),
  /** Local calendar day, or null when the two set none. */
  due: z.string().nullable(),
});
export type AgreementTerms = z.infer<typeof agreementTermsSchema>;
