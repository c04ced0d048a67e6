/** Agreements: what the two agreed, who does it and by when. Made in the talk, found again afterwards. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { goalNameSchema } from '#api/development/terms/contract.ts';
import { agreementTermsSchema } from './terms/contract.ts';

export const agreementLimit = 2_000;
export const agreementRefusals = { 'agreement-too-long': 413, 'agreements-closed': 409, 'being-signed': 409 } as const;

/** How it goes with an agreement, in the words of the two. The first two are open; the others have come to an end, and can be opened again. */
export const agreementStatusSchema = z.enum(['not-begun', 'under-way', 'kept', 'changed', 'dropped']);
export type AgreementStatus = z.infer<typeof agreementStatusSchema>;

/** What is agreed now: as it was signed, with the changes that both have confirmed since. */
export const agreementSchema = agreementTermsSchema.extend({
  agreementId: z.string(),
  talkId: z.string(),
  version: z.number().int(),
  madeAt: z.string(),
  status: agreementStatusSchema,
  /** The employee's goal that it is a step towards; null for none, and for whoever may not read that goal. */
  goal: goalNameSchema.nullable(),
  /** True once both have signed the talk. */
  signed: z.boolean(),
});
export type Agreement = z.infer<typeof agreementSchema>;

export const agreementInputSchema = z.strictObject({
  text: z.string().trim().min(1),
  /** One of the two parties. */
  ownerId: z.string().max(100),
  due: z.iso.date().nullable(),
  /** One of the employee's goals, or none; left out it stays as it is. */
  goalId: z.uuid().nullable().optional(),
});
export type AgreementInput = z.infer<typeof agreementInputSchema>;

const one = z.strictObject({ talkId: z.string().max(100) });
const single = one.extend({ agreementId: z.string().max(100) });
const list = z.object({ agreements: z.array(agreementSchema) });

export const listAgreements = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/agreements',
  may: 'talk-party',
  about: { item: 'agreements', act: 'read' },
  params: one,
  answer: list,
});
/** `agreementId` is chosen by the caller (UUID), so that a repeated call adds nothing twice. */
export const addAgreement = endpoint({
  method: 'POST',
  path: '/api/talks/:talkId/agreements',
  may: 'talk-party',
  about: { item: 'agreements', act: 'write' },
  params: one,
  body: agreementInputSchema.extend({ agreementId: z.uuid() }),
  answer: agreementSchema,
});
export const updateAgreement = endpoint({
  method: 'PUT',
  path: '/api/talks/:talkId/agreements/:agreementId',
  may: 'talk-party',
  about: { item: 'agreements', act: 'write' },
  guarded: true,
  params: single,
  body: agreementInputSchema,
  answer: agreementSchema,
});
export const dropAgreement = endpoint({
  method: 'DELETE',
  path: '/api/talks/:talkId/agreements/:agreementId',
  may: 'talk-party',
  about: { item: 'agreements', act: 'write' },
  guarded: true,
  params: single,
  answer: list,
});
/** Agreements of all the reader's own talks (as employee), newest first. */
export const listMyAgreements = endpoint({
  method: 'GET',
  path: '/api/agreements',
  may: 'signed-in',
  about: { item: 'agreements', act: 'read' },
  answer: list,
});
