/**
 * Seals what an access request keeps: why it was made and what of the bundle is of no talk with keys of the request, what is of a talk with a key of the two, so
 * that it goes with either. All of these keys are destroyed when the request has ended.
 */
import type { Platform } from '#api/platform/platform.ts';
import type { SealScope } from '#api/platform/seal/seal.ts';
import type { RequestRecord } from './store.ts';

/** In a talk's place: with a point, since it is of no talk and has its own rules. */
export const requestScope = (tenantId: string, requestId: string, part: 'reason' | 'bundle'): SealScope => ({
  ...{ tenantId, talkId: `access-requests.${requestId}`, authorId: part },
});

export const talkScope = (tenantId: string, requestId: string, talkId: string): SealScope => ({
  ...{ tenantId, talkId, authorId: `access-request/${requestId}` },
});

export const sealReason = ({ seal }: Platform, tenantId: string, requestId: string, reason: string): Promise<Buffer> =>
  seal.closeText(requestScope(tenantId, requestId, 'reason'), reason);

export const openReason = ({ seal }: Platform, tenantId: string, requestId: string, sealed: Buffer): Promise<string> =>
  seal.openText(requestScope(tenantId, requestId, 'reason'), sealed, 'access-request');

/** Destroys every key of a request: of what is left, in an old copy of the store too, nothing can be opened. May run again. */
export async function shredParts({ seal }: Platform, { _id, tenantId, talks }: RequestRecord): Promise<void> {
  for (const { talkId } of talks) await seal.shred(talkScope(tenantId, _id, talkId));
  await seal.shredAll({ tenantId, talkId: requestScope(tenantId, _id, 'reason').talkId });
}
