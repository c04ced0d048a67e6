/**
 * How a person stands to a talk, and the facts the policy table needs: the first thing every verb about a talk asks. It names the row it is
 * about, and is answered null when the table does not let this person read that now, so that existence stays a secret.
 */
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listPrepared, type Parties, type Prepared, type Releases } from '#api/preparation/list-prepared.ts';
import { noteRefused, noteStanding } from '#api/platform/reading/reading.ts';
import { items, type Item, type PolicyFacts, type Relation } from '#api/privacy/contract.ts';
import { mayExport } from '#api/privacy/export/rules/places.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Side } from './contract.ts';
import { daysSinceHandOver, hasLeft, heldSince } from './hand-over/rules.ts';
import type { MoveFacts } from './moving/rules.ts';
import { isLeftUnsigned } from './parting/rules.ts';
import { isAsked } from './mailbox/rules/attention.ts';
import { relationOf, stateOf, type TalkFacts } from './rules.ts';
import { findHandedOver } from './standing/find-handed-over.ts';
import { findTalkFor, type TalkRecord } from './store.ts';

export type Access = {
  talk: TalkRecord;
  relation: Relation;
  /** Null for HR, and for a former manager. */ side: Side | null;
  prepared: Prepared;
  facts: TalkFacts;
  policy: PolicyFacts;
};

type Who = Pick<Person, 'tenantId' | 'personId' | 'isHr'>;

/** @param known what is prepared, for a caller that need not have it read */
export async function readAccess(platform: Platform, actor: Who, talkId: string, item: Item, known?: Prepared): Promise<Access | null> {
  const talk = await findTalkFor(platform.db, actor, talkId);
  const access = talk ? await accessTo(platform, actor, talk, item, known) : null;
  if (!access) noteRefused(item);
  return access;
}

/**
 * The same for a talk that was already found for this person.
 * @param handedOver since when it is handed over (standing/find-handed-over.ts), for a caller that need not have it asked
 */
export async function accessTo(
  platform: Platform,
  actor: Who,
  talk: TalkRecord,
  item: Item,
  known?: Prepared,
  handedOver?: Date | null,
): Promise<Access | null> {
  const days = daysSinceHandOver(talk, actor.personId, platform.clock.now());
  // What one has opened oneself stays one's own to know (security.md, row 12), long after everything else has gone.
  const isFormer = days !== null || (item === 'access-log' && hasLeft(talk, actor.personId));
  const relation = await relationTo(platform, actor, talk, isFormer);
  if (!relation) return null;
  if (relation === 'manager' && talk.partedAt && isLeftUnsigned(talk)) return formerAccess(platform, actor, talk, item, talk.partedAt);
  const mustAsk = relation === 'manager' && handedOver === undefined;
  const since = mustAsk ? (await findHandedOver(platform, actor.tenantId, [talk])).get(talk._id) : handedOver;
  if (since) return formerAccess(platform, actor, talk, item, since);
  const prepared = known ?? (await listPrepared(platform, actor.tenantId, [partiesOf(talk)]))(talk._id);
  const facts = factsOf(talk, prepared.releases);
  const side = relation === 'employee' || relation === 'manager' ? relation : null;
  const plain = policyFactsOf(talk, facts);
  // For whoever has handed it over it is over, whatever becomes of it.
  const left = days === null ? {} : { daysSinceHandOver: days };
  const policy: PolicyFacts = relation === 'former-manager' ? { ...plain, state: 5, ...left } : plain;
  if (!mayAccess(item, 'read', relation, policy)) return null;
  noteAccess(talk._id, relation, policy);
  return { talk, relation, side, prepared, facts, policy };
}

/** Of a talk that is handed over after it has begun only what was one's own is left, for some weeks (security.md, row 4). */
async function formerAccess(platform: Platform, actor: Who, talk: TalkRecord, item: Item, since: Date): Promise<Access | null> {
  const prepared = (await listPrepared(platform, actor.tenantId, [partiesOf(talk)]))(talk._id);
  const facts = factsOf(talk, prepared.releases);
  const daysSinceHandOver = Math.max(0, Math.floor((platform.clock.now().getTime() - since.getTime()) / 86_400_000));
  const policy: PolicyFacts = { ...policyFactsOf(talk, facts), state: 5, daysSinceHandOver };
  const relation = 'former-manager';
  if (!mayAccess(item, 'read', relation, policy)) return null;
  noteAccess(talk._id, relation, policy);
  return { talk, relation, side: null, prepared, facts, policy };
}

/** Tells whoever is reading how they stand to the talk, by the facts that let them in: the access log says so beside each item they are shown. */
export function noteAccess(talkId: string, relation: Relation, policy: PolicyFacts): void {
  const mayRead = (item: string): boolean => items.some((one) => one === item && mayAccess(one, 'read', relation, policy));
  const mayTake = (item: string): boolean => items.some((one) => one === item && mayExport(one, relation, policy));
  noteStanding(talkId, { relation, state: policy.state, mayRead, mayExport: mayTake });
}

async function relationTo(platform: Platform, actor: Who, talk: TalkRecord, isFormer: boolean): Promise<Relation | null> {
  const isParty = [talk.employeeId, talk.managerId].includes(actor.personId);
  const self = actor.isHr && !isParty ? await findPerson(platform, actor.tenantId, actor.personId) : null;
  return relationOf(talk, { ...actor, managerId: self?.managerId ?? null, isFormer });
}

/** Whose preparations count, and since when they could be shared with each other. */
export function partiesOf(talk: TalkRecord): Parties {
  return { talkId: talk._id, employeeId: talk.employeeId, managerId: talk.managerId, heldSince: heldSince(talk) };
}

/** The facts that rules look at, from the record and the releases. */
export function factsOf(talk: TalkRecord, releases: Releases): TalkFacts {
  const released = (['employee', 'manager'] as const).filter((side) => releases[side] !== null);
  const moved = talk.moved ?? null;
  return {
    start: talk.start,
    end: talk.end,
    booked: talk.booking?.bookedAt != null,
    startedAt: talk.startedAt,
    finishedAt: talk.finishedAt,
    signed: talk.signatures.map(({ side }) => side),
    released,
    objectedTo: moved?.objection ? sideOf(talk, moved.by) : null,
    attention: isAsked(talk),
    leftUnsigned: isLeftUnsigned(talk),
    startsOver: talk.anewOf != null,
  };
}

const sideOf = (talk: TalkRecord, personId: string): Side => (talk.employeeId === personId ? 'employee' : 'manager');

/** The facts that moving looks at. */
export function moveFactsOf({ start, startedAt, booking, moveDue, moved = null }: TalkRecord): MoveFacts {
  return { start, startedAt, booked: booking?.bookedAt != null, moving: moveDue != null, moved };
}

/** The facts that the policy table looks at. */
export function policyFactsOf(talk: TalkRecord, facts: TalkFacts): PolicyFacts {
  return {
    state: stateOf(facts),
    releaseRule: talk.releaseRule,
    sharedWithHr: talk.sharedWithHr,
    managerPreparationVisible: talk.managerPreparationVisible,
    employeeReleased: facts.released.includes('employee'),
    managerReleased: facts.released.includes('manager'),
    anySignature: facts.signed.length > 0,
    ...(facts.leftUnsigned ? { leftUnsigned: true as const } : {}),
  };
}
