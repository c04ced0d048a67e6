/**
 * Access requests (GDPR, Art. 15): an officer asks for what is written about an employee, another officer answers, and what is approved is open to the two for
 * 72 hours (../access-bundle). Those whom it is about are told that it was, by whom, when and of which talks; never why.
 */
import { z } from 'zod';
import { personRefSchema } from '#api/people/contract.ts';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** Of the reason, in characters. */
export const reasonLeast = 20;
export const reasonMost = 2000;
/** Most requests that one officer makes within a day. */
export const requestsADay = 10;

export const accessRequestRefusals = {
  /** The officer is one of those whom it is about, holds or held a talk with them, or reports to one of these. */
  'officer-too-near': 403,
  'request-waits-already': 409,
  'needs-another-officer': 409,
  'request-answered': 409,
  'requested-often': 429,
} as const;

/** `preparing`: approved, and put together within seconds. `closed`: it was open for its 72 hours. */
export const requestStatusSchema = z.enum(['waiting', 'declined', 'lapsed', 'preparing', 'open', 'closed']);
export type RequestStatus = z.infer<typeof requestStatusSchema>;

const instant = z.iso.datetime();
/** Names are as the directory has them now; of who is gone they are empty. */
const factsSchema = z.object({
  requestId: z.string(),
  status: requestStatusSchema,
  employee: z.string(),
  ...{ askedBy: z.string(), askedAt: instant, answeredBy: z.string().nullable(), answeredAt: instant.nullable() },
  /** While it waits: when it lapses. Once it is approved: when the bundle closes, or did. */ until: instant.nullable(),
  /** How often the bundle was given to one of the two, and when last. */
  ...{ openings: z.number().int(), lastOpenedAt: instant.nullable() },
  /** Talks of which the bundle holds something; empty before it is there. */
  talks: z.array(z.object({ talkId: z.string(), cycle: z.string(), day: instant.nullable() })),
});

export const accessRequestSchema = factsSchema.extend({
  /** Whether the reader has asked, or answered. */ ...{ asked: z.boolean(), answered: z.boolean() },
  /** For whoever may answer it, and for the two until it has ended; null otherwise. */ reason: z.string().nullable(),
  version: z.number().int(),
});
export type AccessRequest = z.infer<typeof accessRequestSchema>;

/** The newest, without those that the officer is too near to. */
export const listAccessRequests = endpoint({
  method: 'GET',
  path: '/api/access-requests',
  may: 'access-officer',
  about: { item: 'access-request', act: 'read' },
  answer: z.object({ requests: z.array(accessRequestSchema) }),
});

/** People by name, at most 20, to ask about one of them. */
export const findEmployee = endpoint({
  method: 'GET',
  path: '/api/access-requests/people',
  may: 'access-officer',
  about: { item: 'access-request', act: 'read' },
  query: z.strictObject({ name: z.string().max(120).default('') }),
  answer: z.object({ people: z.array(personRefSchema) }),
});

/** The same id again makes no second one. */
export const createAccessRequest = endpoint({
  method: 'POST',
  path: '/api/access-requests',
  may: 'access-officer',
  about: { item: 'access-request', act: 'write' },
  body: z.strictObject({
    requestId: z.uuid(),
    employeeId: z.string().max(100),
    reason: z.string().trim().min(reasonLeast).max(reasonMost),
  }),
  answer: accessRequestSchema,
});

/** By another officer; who has asked may only decline, and so takes it back. */
export const answerAccessRequest = endpoint({
  method: 'PUT',
  path: '/api/access-requests/:requestId/answer',
  may: 'access-officer',
  about: { item: 'access-request', act: 'write' },
  guarded: true,
  params: z.strictObject({ requestId: z.uuid() }),
  body: z.strictObject({ answer: z.enum(['approved', 'declined']) }),
  answer: accessRequestSchema,
});

export const toldRequestSchema = factsSchema.extend({
  /** `me`: it is about the reader, as an employee. `my-notes`: about talks that the reader holds or held, and whose private notes may be in it. */
  about: z.enum(['me', 'my-notes']),
});
export type ToldRequest = z.infer<typeof toldRequestSchema>;

/** What the caller is told of: the newest first. Of their talks as a manager only once something is open. */
export const listToldRequests = endpoint({
  method: 'GET',
  path: '/api/my-data/access-requests',
  may: 'signed-in',
  about: { item: 'access-request', act: 'read' },
  answer: z.object({ requests: z.array(toldRequestSchema) }),
});
