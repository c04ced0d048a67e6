/**
 * Books the talks that are due, many at a time: in waves of as many as one reading of free/busy covers, claimed together, each under its own
 * fence. How fast calls go out is the pacer's business (platform/graph), what one booking does book-talk.ts'.
 */
import { listHeldCycles } from '#api/cycle/list-held-cycles.ts';
import { findPeople, type KnownPerson } from '#api/people/find-people.ts';
import { GraphRefused } from '#api/platform/graph/failures.ts';
import type { Schedule } from '#api/platform/graph/calendar.ts';
import type { Platform } from '#api/platform/platform.ts';
import { bookTalk } from './book-talk.ts';
import type { Claimed, LastLook, Parties } from './create-event.ts';
import { mailboxesPerRead, nextWave, spanOf } from './rules.ts';
import { claimBookings, listDueBookings, type DueBooking } from './store.ts';

/** While the list of what is due lasts, what has become due since is added this often. */
const newestMs = 2_000;

/**
 * One step of the clock, for several lanes side by side that share what they know. Answers false when no booking is due, or none may be made now.
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
    // More than this lane takes: the others need not end their rest first.
    if (newest.length > mailboxesPerRead) platform.wake();
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
    if (wave.length === 0) return false;
    const ids = new Set(wave.map(({ _id }) => _id));
    due = due.filter(({ _id }) => !ids.has(_id));
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

/** One reading for all of them, made when the first one asks; each reads for itself when that one is refused. */
function lookOnce(platform: Platform, talks: Claimed[]): LastLook {
  let together: Promise<Map<string, Schedule | null> | null> | null = null;
  let held: Promise<string[]> | null = null;
  return async (talk, parties) => {
    together ??= readAll(platform, talks);
    const schedules = (await together) ?? (await readOne(platform, talk, parties));
    const busyOf = (addresses: string[]) => addresses.flatMap((address) => schedules.get(address)?.busy ?? []);
    // Calendars may have taken long to answer, and HR may have pressed pause meanwhile.
    held ??= listHeldCycles(platform);
    const isHeld = (await held).includes(talk.cycleId);
    return { people: busyOf(mailsOf(parties)), room: busyOf(talk.room ? [talk.room.address] : []), isHeld };
  };
}

const mailsOf = ({ manager, employee }: Parties): string[] => [manager.mail ?? '', employee.mail ?? ''];
const addressesOf = ({ room }: Claimed, parties: Parties): string[] => [...mailsOf(parties), ...(room ? [room.address] : [])];

function readOne({ graph }: Platform, talk: Claimed, parties: Parties): Promise<Map<string, Schedule | null>> {
  return graph.readSchedules(talk.tenantId, talk.managerId, addressesOf(talk, parties), talk.start, talk.end);
}

/** Null when it is refused in the mailbox it was asked in: that is no reason for the talks of others to wait. */
async function readAll(platform: Platform, talks: Claimed[]): Promise<Map<string, Schedule | null> | null> {
  const first = talks[0];
  if (!first || talks.length === 1) return null;
  const { tenantId, managerId } = first;
  const people = await findPeople(
    platform,
    tenantId,
    talks.flatMap((talk) => [talk.managerId, talk.employeeId]),
  );
  const mails = [...people.values()].filter(({ enabled }: KnownPerson) => enabled).flatMap(({ mail }) => (mail ? [mail] : []));
  const rooms = talks.flatMap(({ room }) => (room ? [room.address] : []));
  const addresses = [...new Set([...mails, ...rooms])];
  const [from, to] = spanOf(talks);
  try {
    return await platform.graph.readSchedules(tenantId, managerId, addresses, from, to);
  } catch (error) {
    if (error instanceof GraphRefused) return null;
    throw error;
  }
}
