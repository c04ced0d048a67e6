/**
 * The last look of a wave of bookings: free/busy of everybody in it, read at once just before their events are asked for. Whether a time is still
 * free is decided elsewhere (create-event.ts).
 */
import { listHeldCycles } from '#api/cycle/list-held-cycles.ts';
import { findPeople, type KnownPerson } from '#api/people/find-people.ts';
import type { Schedule } from '#api/platform/graph/calendar.ts';
import { GraphRefused } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Claimed, LastLook, Parties } from './create-event.ts';
import { spanOf } from './rules.ts';

type Schedules = Map<string, Schedule | null>;

/** One reading for all of them, made when the first one asks; each reads for itself when that one is refused. */
export function lookOnce(platform: Platform, talks: Claimed[]): LastLook {
  let together: Promise<Schedules | null> | null = null;
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

function readOne({ graph }: Platform, talk: Claimed, parties: Parties): Promise<Schedules> {
  return graph.readSchedules(talk.tenantId, talk.managerId, addressesOf(talk, parties), talk.start, talk.end);
}

/** Null when it is refused in the mailbox it was asked in: that is no reason for the talks of others to wait. */
async function readAll(platform: Platform, talks: Claimed[]): Promise<Schedules | null> {
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
