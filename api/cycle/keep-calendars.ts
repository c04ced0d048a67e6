/**
 * Keeps the calendars that were read for a draft for some minutes, so that each change of its rules does not ask Graph again. In memory of this
 * process and bounded; whoever asks another instance waits for one more reading. A plan always reads anew.
 */
import type { KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { readFromGraph, type Calendars, type Window } from './read-calendars.ts';

const keptMs = 5 * 60_000;
/** All drafts together; 20 000 calendars of five weeks take some 100 MB. */
const mostCalendars = 20_000;

type Kept = { window: Window; readAt: Date; people: Set<string>; calendars: Promise<Calendars> };
const keptBy = new WeakMap<Platform, Map<string, Kept>>();

type Draft = { tenantId: string; cycleId: string };

/**
 * Calendars of a draft as they were within the last minutes, blocked times not included. Asked for more people or days than are kept, everything is
 * read anew, so that all are of one moment.
 * @param window may be wider than the draft needs: what is read once serves every window within it
 * @param part a name for some of the draft's people: what is kept for all serves them, and what is read for them takes nobody else's place
 */
export async function readKeptCalendars(
  platform: Platform,
  draft: Draft,
  people: KnownPerson[],
  window: Window,
  part?: string,
): Promise<{ calendars: Calendars; readAt: Date }> {
  const drafts = draftsOf(platform);
  const now = platform.clock.now();
  forgetOld(drafts, now);
  const keys = part === undefined ? [keyOf(draft)] : [keyOf(draft), keyOf(draft, part)];
  const known = keys.flatMap((key) => drafts.get(key) ?? []).find((one) => serves(one, people, window));
  if (known) return { calendars: await known.calendars, readAt: known.readAt };
  return { calendars: await readAndKeep(platform, draft, keyOf(draft, part), people, window), readAt: now };
}

/** Reads now, whatever is kept, and keeps it for the questions that follow. */
export const readCalendarsAnew = (platform: Platform, draft: Draft, people: KnownPerson[], window: Window): Promise<Calendars> =>
  readAndKeep(platform, draft, keyOf(draft), people, window);

const keyOf = ({ tenantId, cycleId }: Draft, part = ''): string => `${tenantId}/${cycleId}/${part}`;

function draftsOf(platform: Platform): Map<string, Kept> {
  const drafts = keptBy.get(platform) ?? new Map<string, Kept>();
  keptBy.set(platform, drafts);
  return drafts;
}

async function readAndKeep(
  platform: Platform,
  { tenantId }: Draft,
  key: string,
  people: KnownPerson[],
  window: Window,
): Promise<Calendars> {
  const drafts = draftsOf(platform);
  const calendars = readFromGraph(platform, tenantId, people, window);
  const kept = { window, readAt: platform.clock.now(), people: new Set(people.map(({ personId }) => personId)), calendars };
  drafts.delete(key);
  if (kept.people.size <= mostCalendars) {
    makeRoom(drafts, kept.people.size);
    drafts.set(key, kept);
  }
  try {
    return await calendars;
  } catch (error) {
    // A reading that failed is nothing to keep: the next question tries again.
    if (drafts.get(key) === kept) drafts.delete(key);
    throw error;
  }
}

const serves = ({ window, people: known }: Kept, people: KnownPerson[], wanted: Window): boolean =>
  window.start <= wanted.start && window.end >= wanted.end && people.every(({ personId }) => known.has(personId));

/** Whatever the clock says, nothing lives longer: a clock that was set back forgets everything. */
function forgetOld(drafts: Map<string, Kept>, now: Date): void {
  for (const [key, { readAt }] of drafts) if (now.getTime() - readAt.getTime() > keptMs || readAt > now) drafts.delete(key);
}

/** The oldest go first. */
function makeRoom(drafts: Map<string, Kept>, wanted: number): void {
  let held = [...drafts.values()].reduce((sum, { people }) => sum + people.size, 0);
  for (const [key, { people }] of drafts) {
    if (held + wanted <= mostCalendars) return;
    drafts.delete(key);
    held -= people.size;
  }
}
