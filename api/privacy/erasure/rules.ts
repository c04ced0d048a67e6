/**
 * Rules of erasing: what goes with somebody who has left, and which talks have been kept for as long as they may be. Pure. Who has left is in people/leaving;
 * how each feature erases its own is in that feature's folder, by collection in list-erasers.ts.
 */
import { DateTime } from 'luxon';
import type { ErasedBecause } from '#api/talk/retention/contract.ts';

/** Talks are kept so many months after both have signed, preparations and shared notes so many after the talk was held. */
export const keptMonths = 24;

/** Who is named in a talk; `formerIds`: managers who have handed it over. */
export type Named = { _id: string; employeeId: string; managerId: string; formerIds: readonly string[] };

/** What goes, as each feature is told. */
export type Going = {
  tenantId: string;
  /** Who has left; null when only talks go. */ personId: string | null;
  /** Talks of which everything goes: those of an employee who has left, or that are too old. */ talkIds: string[];
  /** Talks of others who stay: of these goes what the person who has left wrote for themselves alone. */ aloneIds: string[];
  /** The two of each talk that goes, and its former managers. */ peopleIds: string[];
  /** What ended the notes of a talk that goes on without them. */ why?: ErasedBecause | null;
};
/** Erases what a feature keeps in one collection. Runs again after a crash, and does nothing the second time. Answers how many documents it changed. */
export type Erase<P> = (platform: P, going: Going) => Promise<number>;

/**
 * A talk belongs to its employee: it goes as a whole with them. Of a manager who has left goes what nobody else reads; what the two share stays with the
 * employee. Nothing goes of a talk in which somebody is under a legal hold.
 */
export function goingWith(
  personId: string,
  talks: readonly Named[],
  held: ReadonlySet<string>,
): Pick<Going, 'talkIds' | 'aloneIds' | 'peopleIds'> & {
  /** Something of theirs is left, for as long as the hold lasts. */ waits: boolean;
} {
  const peopleOf = ({ employeeId, managerId, formerIds }: Named): string[] => [employeeId, managerId, ...formerIds];
  const theirs = talks.filter((talk) => peopleOf(talk).includes(personId));
  const free = theirs.filter((talk) => !peopleOf(talk).some((id) => held.has(id)));
  const whole = free.filter(({ employeeId }) => employeeId === personId);
  return {
    talkIds: whole.map(({ _id }) => _id),
    aloneIds: free.filter(({ employeeId }) => employeeId !== personId).map(({ _id }) => _id),
    peopleIds: [...new Set(whole.flatMap(peopleOf))],
    waits: free.length < theirs.length,
  };
}

export type Aged = {
  finishedAt: Date | null;
  /** When the second of the two signed; null before. */ signedAt: Date | null;
  /** When it ended without both signatures (talk/parting); null otherwise. */ leftAt: Date | null;
  /** It was begun, in whatever way it ended. */ hasBegun: boolean;
  /** The last that is known to have come of it (talk/retention); null where nothing is. */ lastAt: Date | null;
  openAgreements: number;
  /** Somebody still has private notes of it, which have a time of their own. */ privateNotes: boolean;
  /** A later talk of its kind is signed by both. */ nextSigned: boolean;
  /** What was prepared and noted is gone already. */ isErased: boolean;
};
/** `prepared`: of a talk that was never begun. */
export type Parts = 'all' | 'notes' | 'prepared';
/** What goes, and of notes that go by themselves, what has ended them. */
export type Aging = { parts: Parts; why: ErasedBecause | null };

export function keptSince(now: Date): Date {
  return DateTime.fromJSDate(now, { zone: 'utc' }).minus({ months: keptMonths }).toJSDate();
}

/**
 * What goes of a talk that has come to its end: first what was prepared and noted, when the next of its kind is signed and 24 months after it was held at the
 * latest, then all of it, as soon as none of its agreements is open. Of one that has come to no end what was prepared and noted goes 24 months after the last
 * that came of it.
 * @param keeps notes are kept for all their months (configuration), whatever is signed
 */
export function agedParts(talk: Aged, keeps: boolean, now: Date): Aging | null {
  const { finishedAt, signedAt, leftAt, hasBegun, lastAt, openAgreements, privateNotes, nextSigned, isErased } = talk;
  const limit = keptSince(now);
  const endedAt = signedAt ?? leftAt;
  if (!endedAt) {
    if (isErased || !lastAt || lastAt > limit) return null;
    return hasBegun ? { parts: 'notes', why: 'two-years-held' } : { parts: 'prepared', why: null };
  }
  if (endedAt <= limit && openAgreements === 0 && !privateNotes) return { parts: 'all', why: null };
  if (isErased) return null;
  if (nextSigned && !keeps) return { parts: 'notes', why: 'next-signed' };
  return (finishedAt ?? endedAt) <= limit ? { parts: 'notes', why: 'two-years-held' } : null;
}
