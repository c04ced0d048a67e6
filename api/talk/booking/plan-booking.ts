/** A booking that is about to be made, with the id that makes its event exactly one. Calls nothing. */
import { v5 } from 'uuid';
import type { Booking } from '../record/store.ts';

/** Namespace of transaction ids (UUIDv5, RFC 9562). */
const namespace = '5f6b1f0e-8a3c-4f55-9d3b-6f0f6f8f2a21';

/** transactionId is a pure function of tenant, talk and version (security.md section 4). */
export function bookingFor(tenantId: string, talkId: string, version: number): Booking {
  return {
    version,
    transactionId: v5(`${tenantId}/${talkId}/${version}`, namespace),
    askedAt: null,
    eventId: null,
    iCalUId: null,
    joinUrl: null,
    chatId: null,
    bookedAt: null,
  };
}
