/**
 * The time on screen: the server's, as its answers tell it. A computer whose clock is wrong would otherwise say "tomorrow" about a talk that the
 * server says begins now. Knows no time zone; words are in platform/texts.
 */

/** Smaller differences are the way through the network, and the header's whole seconds. */
const noticedMs = 90_000;

let aheadMs = 0;
const followers = new Set<() => void>();

/** Takes in the Date header of an answer (RFC 9110, 6.6.1). `localMs`: this computer's clock when it arrived. */
export function learnTime(header: string | null, localMs: number): void {
  const serverMs = header === null ? NaN : Date.parse(header);
  if (Number.isNaN(serverMs)) return;
  const difference = serverMs - localMs;
  const learned = Math.abs(difference) < noticedMs ? 0 : difference;
  if (Math.abs(learned - aheadMs) < noticedMs && learned !== 0) return;
  if (learned === aheadMs) return;
  aheadMs = learned;
  for (const follower of followers) follower();
}

/** What time it is for the server, given this computer's clock. */
export const timeAt = (localMs: number): Date => new Date(localMs + aheadMs);

/** Calls back when the server's time turns out to be another. Answers how to stop. */
export function followTime(follower: () => void): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}
