/**
 * Books the talks that are due, many at a time: in waves of as many as one reading of free/busy covers, claimed together, each under its own
 * fence. How fast calls go out is the pacer's business (platform/graph), what one booking does book-talk.ts'.
 */
import { listHeldCycles } from '#api/cycle/list-held-cycles.ts';
import { timerOf } from '#api/platform/clock/clock.ts';
import type { Platform } from '#api/platform/platform.ts';
import { bookTalk } from './book-talk.ts';
import type { Claimed } from './create-event.ts';
import { lookOnce } from './look-once.ts';
import { mailboxesPerRead, nextWave } from './rules.ts';
import { claimBookings, listDueBookings, type DueBooking } from './store.ts';

/** While the list of what is due lasts, what has become due since is added this often. */
const newestMs = 500;
/** So often somebody looks whether the mailboxes are open that bookings wait for. */
const lookAgainMs = 500;

/**
 * One step of the clock, for several lanes side by side that share what they know. Answers false when no booking is due, or none may be made now
 * and another lane looks again soon.
 */
export function createBookingStep(platform: Platform): () => Promise<boolean> {
  let due: DueBooking[] = [];
  let listedAt = new Date(0);
  let listing: Promise<void> | null = null;
  let wasHeld: string[] = [];
  /** Claimed and not ended yet, by manager. */
  const underWay = new Map<string, number>();
  const list = async (): Promise<void> => {
    const now = platform.clock.now();
    const held = await listHeldCycles(platform);
    // What HR has let go on is due since long: it would not be among what has become due since.
    const goesOn = wasHeld.some((cycleId) => !held.includes(cycleId));
    due = goesOn ? [] : due.filter(({ cycleId }) => !held.includes(cycleId));
    if (due.length > 0 && now.getTime() - listedAt.getTime() < newestMs) return;
    const newest = await listDueBookings(platform.db, now, held, due.length > 0 ? listedAt : null);
    wasHeld = held;
    const ids = new Set(newest.map(({ _id }) => _id));
    due = [...newest, ...due.filter(({ _id }) => !ids.has(_id))];
    listedAt = now;
  };
  /** While bookings wait for their mailboxes one lane stays awake, and looks again soon. */
  let isWatched = false;
  const watch = async (): Promise<boolean> => {
    if (due.length === 0 || isWatched) return false;
    isWatched = true;
    await timerOf(platform.clock)
      .wait(lookAgainMs)
      .finally(() => (isWatched = false));
    return true;
  };
  const count = (wave: DueBooking[], by: 1 | -1): void => {
    for (const { managerId } of wave) {
      const left = (underWay.get(managerId) ?? 0) + by;
      if (left === 0) underWay.delete(managerId);
      else underWay.set(managerId, left);
    }
  };
  return async () => {
    // What is claimed should be under way soon: free/busy is read just before, and a claim does not last.
    const claimed = [...underWay.values()].reduce((sum, one) => sum + one, 0);
    if (claimed > 4 * platform.graph.pace.atOnce() + mailboxesPerRead) return false;
    listing ??= list().finally(() => (listing = null));
    await listing;
    const open = ({ tenantId, managerId }: DueBooking): number =>
      platform.graph.pace.open(tenantId, managerId) - (underWay.get(managerId) ?? 0);
    const wave = nextWave(due, open);
    if (wave.length === 0) return watch();
    const ids = new Set(wave.map(({ _id }) => _id));
    due = due.filter(({ _id }) => !ids.has(_id));
    // This lane has its hands full: another takes the next ones, or watches.
    if (due.length > 0) platform.wake('book-talks');
    count(wave, 1);
    try {
      const talks = (await claimBookings(platform.db, [...ids], platform.clock.now())) as Claimed[];
      await bookTogether(platform, talks);
    } finally {
      count(wave, -1);
    }
    return true;
  };
}

async function bookTogether(platform: Platform, talks: Claimed[]): Promise<void> {
  const lastLook = lookOnce(platform, talks);
  const ends = await Promise.allSettled(talks.map((talk) => bookTalk(platform, talk, lastLook)));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
