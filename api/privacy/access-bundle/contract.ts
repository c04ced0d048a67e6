/**
 * What an access request opens for 72 hours: the employee's talks with what they can read in them, and what their managers have noted about them, masked. The
 * shape of the JSON is `bundleSchema`; whatever changes what a member means raises `bundleVersion`.
 */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import { exportSchema, talkExportSchema } from '../export/contract.ts';

export const bundleFormat = 'samtal-access-bundle';
export const bundleVersion = 1;

export const accessBundleRefusals = {
  /** It was open for its 72 hours, or something of it went meanwhile. */ 'bundle-closed': 410,
  /** Approved, and not put together yet: in a few seconds. */ 'bundle-not-ready': 409,
} as const;

export const bundleTalkSchema = talkExportSchema.omit({ privateNotes: true, heard: true }).extend({
  /** Of those who hold or held it. `masked`: how many names and addresses of others were taken out. */
  managersNotes: z.array(z.strictObject({ by: z.string(), text: z.string(), savedAt: z.string(), masked: z.number().int() })).optional(),
});
export type BundleTalk = z.infer<typeof bundleTalkSchema>;

/** As in the employee's own export, in their language; without what nobody but they can read. */
export const bundleSchema = z.strictObject({
  format: z.literal(bundleFormat),
  version: z.literal(bundleVersion),
  ...exportSchema.pick({ madeAt: true, language: true, person: true }).shape,
  talks: z.array(bundleTalkSchema),
  ...exportSchema.pick({ goals: true, topics: true }).shape,
});
export type Bundle = z.infer<typeof bundleSchema>;

const one = z.strictObject({ requestId: z.uuid() });
/** For the two officers of the request. Both are posted, since each is counted and written into the access log before anything is given. */
export const openBundleJson = endpoint({
  method: 'POST',
  path: '/api/access-requests/:requestId/json',
  may: 'access-officer',
  about: { item: 'access-bundle', act: 'read' },
  type: 'application/json',
  params: one,
  answer: z.instanceof(Uint8Array),
});
/** In the employee's language and time zone: it is they who are given it. */
export const openBundlePage = endpoint({
  method: 'POST',
  path: '/api/access-requests/:requestId/html',
  may: 'access-officer',
  about: { item: 'access-bundle', act: 'read' },
  type: 'text/html',
  params: one,
  answer: z.string(),
});
