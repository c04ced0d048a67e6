/**
 * How a person stands to a talk, and the facts the policy table needs: the first thing every verb about a talk's contents asks. Answers null
 * to whoever has no relation, so that existence stays a secret.
 */
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listReleases, type Releases } from '#api/preparation/list-releases.ts';
import type { PolicyFacts, Relation } from '#api/privacy/contract.ts';
import type { Side } from './contract.ts';
import { stateOf, type TalkFacts } from './rules.ts';
import { findTalkFor, type TalkRecord } from './store.ts';

export type Access = {
  talk: TalkRecord;
  relation: Relation;
  /** Null for HR. */ side: Side | null;
  releases: Releases;
  facts: TalkFacts;
  policy: PolicyFacts;
};

export async function readAccess(
  platform: Platform,
  actor: Pick<Person, 'tenantId' | 'personId' | 'isHr'>,
  talkId: string,
): Promise<Access | null> {
  const talk = await findTalkFor(platform.db, actor, talkId);
  return talk ? accessTo(platform, actor, talk) : null;
}

/** The same for a talk that was already found for this person. */
export async function accessTo(
  platform: Platform,
  actor: Pick<Person, 'tenantId' | 'personId' | 'isHr'>,
  talk: TalkRecord,
): Promise<Access | null> {
  const relation = await relationTo(platform, actor, talk);
  if (!relation) return null;
  const releases = (await listReleases(platform, actor.tenantId, [talk._id])).get(talk._id) ?? { employee: null, manager: null };
  const facts = factsOf(talk, releases);
  const side = relation === 'employee' || relation === 'manager' ? relation : null;
  return { talk, relation, side, releases, facts, policy: policyFactsOf(talk, facts) };
}

async function relationTo(
  platform: Platform,
  actor: Pick<Person, 'tenantId' | 'personId' | 'isHr'>,
  talk: TalkRecord,
): Promise<Relation | null> {
  if (talk.employeeId === actor.personId) return 'employee';
  if (talk.managerId === actor.personId) return 'manager';
  if (!actor.isHr) return null;
  // Nobody holds HR rights over their own manager's talk (security.md, extra rules).
  const self = await findPerson(platform, actor.tenantId, actor.personId);
  return self?.managerId === talk.employeeId ? null : 'hr';
}

/** The facts that rules look at, from the record and the releases. */
export function factsOf(talk: TalkRecord, releases: Releases): TalkFacts {
  const released = (['employee', 'manager'] as const).filter((side) => releases[side] !== null);
  return {
    start: talk.start,
    end: talk.end,
    booked: talk.booking?.bookedAt != null,
    startedAt: talk.startedAt,
    finishedAt: talk.finishedAt,
    signed: talk.signatures.map(({ side }) => side),
    released,
  };
}

function policyFactsOf(talk: TalkRecord, facts: TalkFacts): PolicyFacts {
  return {
    state: stateOf(facts),
    releaseRule: talk.releaseRule,
    sharedWithHr: talk.sharedWithHr,
    managerPreparationVisible: talk.managerPreparationVisible,
    employeeReleased: facts.released.includes('employee'),
    managerReleased: facts.released.includes('manager'),
    anySignature: facts.signed.length > 0,
  };
}
