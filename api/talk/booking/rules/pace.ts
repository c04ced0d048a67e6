/** How long it takes to book talks: a mailbox sends only so many invitations a minute. Pure; the tab tells people beforehand what the server keeps to. */

/** The share of one mailbox, as the pacer counts it (platform/graph/pace.ts, which a rule does not import). */
const invitationsPerMinute = 29;

/** A booking as its pace is told: `bookedAt` null while it waits. */
export type Paced = { managerId: string; bookedAt: Date | null };
const pacedMs = 120_000;
const minuteMs = 60_000;

/** Whole minutes that the share of a mailbox makes the booking last at least, by whose talks are to be booked; 0 when it holds nobody up. */
export function minutesToBook(managerIds: readonly string[]): { minutes: number; /** Talks of the manager with most. */ most: number } {
  const counts = new Map<string, number>();
  for (const id of managerIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return { minutes: Math.floor(Math.max(0, most - 1) / invitationsPerMinute), most };
}

/**
 * When all will be booked, if it goes on as in the last two minutes, and no mailbox sends more than its share of invitations a minute. Null when
 * nothing is left, or nothing was booked lately.
 */
export function readyAt(bookings: Paced[], now: Date): Date | null {
  const managers = new Map<string, { left: number; sent: number[] }>();
  const lately: number[] = [];
  for (const { managerId, bookedAt } of bookings) {
    const one = managers.get(managerId) ?? { left: 0, sent: [] };
    managers.set(managerId, one);
    if (!bookedAt) one.left += 1;
    else if (bookedAt.getTime() > now.getTime() - minuteMs) one.sent.push(bookedAt.getTime());
    if (bookedAt && bookedAt.getTime() > now.getTime() - pacedMs) lately.push(bookedAt.getTime());
  }
  const left = [...managers.values()].filter((one) => one.left > 0);
  if (left.length === 0 || lately.length === 0) return null;
  const all = left.reduce((sum, one) => sum + one.left, 0);
  const eachMs = Math.max(1, now.getTime() - Math.min(...lately)) / lately.length;
  return new Date(Math.max(now.getTime() + all * eachMs, ...left.map((one) => lastOf(one, now))));
}

/** When the last invitation of a mailbox may go out: each waits until the one that is a whole share before it is a minute old. */
function lastOf({ left, sent }: { left: number; sent: number[] }, now: Date): number {
  const last = sent.length + left - 1;
  const rounds = Math.floor(last / invitationsPerMinute);
  const first = sent.sort((one, other) => one - other)[last - rounds * invitationsPerMinute];
  return (first ?? now.getTime()) + rounds * minuteMs;
}
