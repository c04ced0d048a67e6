/** The keys of what is told of an access request: one can exist once for each kind and person, and says which request it is about. Pure. */
import type { AccessKind } from '../contract.ts';

export type AccessNotice = { key: string; kind: AccessKind; recipientId: string };
type Facts = { requestId: string; employeeId: string; isOpened: boolean; holderIds: readonly string[] };

/** All that a request calls for so far: the employee from the asking on, and everybody whom it is about once it was opened. */
export function accessNotices({ requestId, employeeId, isOpened, holderIds }: Facts): AccessNotice[] {
  const notice = (kind: AccessKind, recipientId: string): AccessNotice => ({
    key: `${requestId}:${kind}:${recipientId}`,
    kind,
    recipientId,
  });
  const asked = notice('access-asked', employeeId);
  if (!isOpened) return [asked];
  return [asked, notice('access-opened', employeeId), ...[...new Set(holderIds)].map((id) => notice('talk-opened', id))];
}

/** Which request such a key is about. */
export const requestOf = (key: string): string => key.split(':')[0] ?? '';
