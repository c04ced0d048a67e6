/**
 * How a person stands to what a talk leaves behind, agreements and their changes: they belong to the employee. Whoever holds the employee's newest
 * talk is their manager now; the one who held an earlier, signed talk is the former manager (security.md, rows 6 and P4).
 */
import type { Platform } from '#api/platform/platform.ts';
import { noteRefused } from '#api/platform/reading/reading.ts';
import type { Item, PolicyFacts, Relation } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Side } from '../contract.ts';
import { isLeftUnsigned, keeperOf } from '../parting/rules.ts';
import { passedTo } from '../passing/rules.ts';
import { factsOf, noteAccess, policyFactsOf } from '../read-access.ts';
import { findTalksByIds, listTalksOf, type TalkRecord } from '../store.ts';
import { newestOf, standingOf } from './rules.ts';
import { listTalksOfEmployees } from './store.ts';

type Who = { tenantId: string; personId: string };
export type Standing = {
  talk: TalkRecord;
  relation: Relation;
  side: Side;
  policy: PolicyFacts;
  /** Who manages the employee now: the other of the two, for an employee. */
  managerId: string;
};

/** Null when the table does not let this person read the item of this talk now. Parties and a new manager only. */
export async function readStanding(platform: Platform, actor: Who, talkId: string, item: Item): Promise<Standing | null> {
  const [talk] = await findTalksByIds(platform.db, actor.tenantId, [talkId]);
  const all = talk ? await listTalksOfEmployees(platform.db, actor.tenantId, [talk.employeeId]) : [];
  const found = talk ? standing(talk, all, actor, item) : null;
  if (!found) noteRefused(item);
  return found;
}

/** Every talk of one's own as employee, or of the people whose newest talk one holds, in which the item may be read. Without what was written. */
export async function listStandings(platform: Platform, actor: Who, side: Side, item: Item): Promise<Standing[]> {
  const held = side === 'manager' ? await listTalksOf(platform.db, actor, 'manager') : [];
  const employees = side === 'employee' ? [actor.personId] : [...new Set(held.map(({ employeeId }) => employeeId))];
  return listStandingsOf(platform, actor, employees, item);
}

/** The same for some employees. */
export async function listStandingsOf(platform: Platform, actor: Who, employeeIds: string[], item: Item): Promise<Standing[]> {
  const talks = await listTalksOfEmployees(platform.db, actor.tenantId, employeeIds);
  return talks.flatMap((talk) => {
    const own = talks.filter(({ employeeId }) => employeeId === talk.employeeId);
    return standing(talk, own, actor, item) ?? [];
  });
}

function standing(talk: TalkRecord, ofEmployee: TalkRecord[], actor: Who, item: Item): Standing | null {
  // What ended without both signatures is agreed with nobody, also when its manager comes back.
  if (isLeftUnsigned(talk) && talk.employeeId !== actor.personId) return null;
  const facts = factsOf(talk, { employee: null, manager: null });
  const plain = policyFactsOf(talk, facts);
  const managerId = keeperOf(newestOf(ofEmployee) ?? talk);
  const found = standingOf(talk, actor.personId, managerId, plain.state);
  if (!found) return null;
  const passed = found.relation === 'new-manager' ? passedTo(talk, actor.personId, ofEmployee).map(({ what }) => what) : [];
  const policy: PolicyFacts = { ...plain, state: found.state, ...(passed.length > 0 ? { passed } : {}) };
  if (!mayAccess(item, 'read', found.relation, policy)) return null;
  noteAccess(talk._id, found.relation, policy);
  return { talk, relation: found.relation, side: found.relation === 'employee' ? 'employee' : 'manager', policy, managerId };
}
