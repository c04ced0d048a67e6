/** Rules of access requests: who is too near to have a part in one, what may be answered, when each ends, who is told of it. Pure. */
import type { RequestStatus } from './contract.ts';

const hourMs = 3_600_000;
/** So long a request waits for a second officer. */
export const lapseMs = 14 * 24 * hourMs;
/** So long a bundle is open (security.md, row 13). */
export const openMs = 72 * hourMs;

export type Officer = { personId: string; /** As the directory says now. */ managerId: string | null };
/** Whom a request is about: the employee, and whoever holds or held one of their talks or manages them. */
export type Concerned = { employeeId: string; holderIds: readonly string[] };

/**
 * Whether an officer may have no part in a request: it is about themselves, about notes that they may have written, or about a talk of their own manager, as the
 * employee or as the one who holds it.
 */
export function isTooNear({ personId, managerId }: Officer, { employeeId, holderIds }: Concerned): boolean {
  const concerned = [employeeId, ...holderIds];
  return concerned.includes(personId) || (managerId !== null && concerned.includes(managerId));
}

export type RequestFacts = {
  askedBy: string;
  askedAt: Date;
  answer: 'approved' | 'declined' | null;
  answeredAt: Date | null;
  /** The bundle is there. */ copiedAt: Date | null;
};

export const lapsesAt = ({ askedAt }: Pick<RequestFacts, 'askedAt'>): Date => new Date(askedAt.getTime() + lapseMs);
/** When the bundle closes; null while nobody has approved it. */
export const closesAt = ({ answer, answeredAt }: RequestFacts): Date | null =>
  answer === 'approved' && answeredAt ? new Date(answeredAt.getTime() + openMs) : null;

/** Where a request stands, by the time alone: what the clock still has to destroy is closed already. */
export function statusOf(request: RequestFacts, now: Date): RequestStatus {
  const closes = closesAt(request);
  if (closes) return now >= closes ? 'closed' : request.copiedAt ? 'open' : 'preparing';
  if (request.answer) return 'declined';
  return now >= lapsesAt(request) ? 'lapsed' : 'waiting';
}

/** Whether nothing will come of it any more. */
export const hasEnded = (status: RequestStatus): boolean => ['declined', 'lapsed', 'closed'].includes(status);

/** Why an officer who is not too near cannot give this answer now; null when they can. Nobody approves what they have asked for. */
export function refusesAnswer(
  request: RequestFacts,
  { personId, answer }: { personId: string; answer: 'approved' | 'declined' },
  now: Date,
): 'request-answered' | 'needs-another-officer' | null {
  if (statusOf(request, now) !== 'waiting') return 'request-answered';
  return answer === 'approved' && request.askedBy === personId ? 'needs-another-officer' : null;
}

/** Whether an officer reads why it was asked for: to answer it, and then as one of the two, until it has ended. */
export function readsReason(request: RequestFacts & { answeredBy: string | null }, personId: string, now: Date): boolean {
  const status = statusOf(request, now);
  return !hasEnded(status) && (status === 'waiting' || [request.askedBy, request.answeredBy].includes(personId));
}
