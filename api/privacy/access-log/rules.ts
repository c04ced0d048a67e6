/**
 * Rules of the access log: which accesses are one entry, what an entry's mark is made of, and whether a talk's entries still are a whole chain. Pure; the
 * marks are made with the talk's key, which is not in the store, so that nobody who reaches only the store can make one.
 */
import type { Item, Relation } from '../contract.ts';
import type { AccessEntry } from './contract.ts';

/** Somebody was shown an item of a talk; of when only the hour decides whether it is another access. */
export type Access = {
  tenantId: string;
  talkId: string;
  personId: string;
  relation: Relation;
  /** State of the talk, as the policy table counts. */ state: number;
  item: Item;
  act: AccessEntry['act'];
  channel: AccessEntry['channel'];
  at: Date;
};
export type OfTalk = { tenantId: string; talkId: string };
/** Where an entry stands: its number in the talk, and its mark. */
export type Link = { number: number; mark: string };
export type ChainedAccess = Access & Link & { /** Mark of the entry before. */ previous: string };

/** An entry for somebody who is shown it, with its place among all that they are shown. */
export type PlacedAccess = ChainedAccess & { place: number };

export const noLink: Link = { number: 0, mark: '' };
/** Where a chain begins whose talk says that it has had one: what was in that is gone, and stays missed for as long as it would have been kept. */
export const lostLink: Link = { number: 0, mark: 'lost' };

/** Accesses with the same key are one entry: the same person, item, act and way within one hour (UTC). */
export function accessKey({ tenantId, talkId, personId, item, act, channel, at }: Omit<Access, 'relation' | 'state'>): string {
  return [tenantId, talkId, personId, item, act, channel, at.toISOString().slice(0, 13)].join('/');
}

/** What the mark of an entry is made of: everything in it, and the mark of the one before. */
export function canonicalAccess(entry: Omit<ChainedAccess, 'mark'>): string {
  const { tenantId, talkId, number, personId, relation, state, item, act, channel, at, previous } = entry;
  return JSON.stringify(['access', tenantId, talkId, number, personId, relation, state, item, act, channel, at.toISOString(), previous]);
}

/** What the marks of a chain's ends are made of: `from` is the last entry that was erased for its age, `to` the newest known. */
export function canonicalEnd(end: 'from' | 'to', talkId: string, { number, mark }: Link): string {
  return JSON.stringify([end, talkId, number, mark]);
}

/** An entry as it is stored, with the mark that its words make now. */
export type CheckedLink = Link & { previous: string; expected: string };

/**
 * Whether nothing was changed, taken out, put in or put elsewhere. Entries up to `from` are being erased, and count no more; entries after `to` were
 * written by somebody who has not noted the new end yet.
 * @param links in the order of their numbers
 */
export function isWhole(links: readonly CheckedLink[], from: Link, to: Link): boolean {
  if (from.number === lostLink.number && from.mark === lostLink.mark) return false;
  let last = from;
  for (const link of links.filter(({ number }) => number > from.number)) {
    if (link.number !== last.number + 1 || link.previous !== last.mark || link.mark !== link.expected) return false;
    if (link.number === to.number && link.mark !== to.mark) return false;
    last = link;
  }
  return last.number >= to.number;
}

/** What is opened for goals and topics belongs to no talk, and has its own rules; their keys are named with a point. */
export const isOfTalk = (talkId: string): boolean => !talkId.includes('.');

/**
 * Which of others' accesses somebody who stands so is shown: an employee all but who reads own private notes, whoever holds or held the talk that an access
 * bundle was opened, which may hold what they have noted (security.md, row 12, "accesses to own notes"), everybody else none.
 */
export function othersShownTo(relation: Relation): { without: Item[] } | { only: Item[] } {
  if (relation === 'employee') return { without: ['private-notes'] };
  return { only: relation === 'manager' || relation === 'former-manager' ? ['access-bundle'] : [] };
}

/** Whether an entry is in what this reader may know: their own, and what they are shown of others'. */
export function isShownTo(
  reader: { personId: string; relation: Relation },
  { personId, item }: Pick<Access, 'personId' | 'item'>,
): boolean {
  if (personId === reader.personId) return true;
  const others = othersShownTo(reader.relation);
  return 'only' in others ? others.only.includes(item) : !others.without.includes(item);
}

/** In which way something was asked for: by an endpoint that gives a file, one that searches, or any other. */
export function actOf({ method, path, type }: { method: string; path: string; type?: string }): AccessEntry['act'] {
  if (type !== undefined) return 'export';
  return method === 'POST' && path.endsWith('/find') ? 'search' : 'read';
}
