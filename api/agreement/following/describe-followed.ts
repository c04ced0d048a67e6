/** Agreements with how they go, as somebody may see them who was found to stand so to their talks. Asks no policy: `standings` were let through it. */
import { findPeople, refOf } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { openProposals } from '#api/talk/signing/rules.ts';
import type { Standing } from '#api/talk/standing/read-standing.ts';
import { listByTalks } from '../store.ts';
import type { FollowedAgreement, Step } from './contract.ts';
import { describeCurrent } from './describe-current.ts';
import { closedAt, inOrder } from './rules.ts';
import { listFollowUps, type FollowRecord } from './store.ts';

/** `keep` chooses before anything is opened. */
type Keep = (one: { status: FollowedAgreement['status']; closedAt: Date | null; agreementId: string }) => boolean;

export async function describeFollowed(
  platform: Platform,
  actor: Person,
  standings: Standing[],
  keep: Keep = () => true,
): Promise<FollowedAgreement[]> {
  const { tenantId } = actor;
  const of = new Map(standings.map((one) => [one.talk._id, one]));
  const [records, followUps] = await Promise.all([
    listByTalks(platform.db, tenantId, [...of.keys()]),
    listFollowUps(platform.db, tenantId, [...of.keys()]),
  ]);
  const followed = new Map(followUps.map((one) => [one._id, one]));
  const followOf = ({ talkId, _id }: { talkId: string; _id: string }): FollowRecord | undefined => followed.get(`${talkId}/${_id}`);
  const kept = records.filter((record) => {
    const follow = followOf(record);
    return keep({ status: follow?.status ?? 'not-begun', closedAt: closedAt(follow?.steps ?? []), agreementId: record._id });
  });
  const talks = standings.map(({ talk }) => talk);
  const agreements = await describeCurrent(platform, actor, talks, kept, followUps);
  const people = await findPeople(platform, tenantId, [
    ...standings.flatMap(({ talk, managerId }) => [talk.employeeId, managerId]),
    ...followUps.flatMap(({ steps }) => steps.map(({ by }) => by)),
  ]);
  const described = await Promise.all(
    agreements.map(async ({ agreement, amended }): Promise<FollowedAgreement[]> => {
      const standing = of.get(agreement.talkId);
      if (!standing) return [];
      const { talk, relation, policy, managerId } = standing;
      const follow = followed.get(`${agreement.talkId}/${agreement.agreementId}`);
      const steps = await openSteps(platform, follow, actor.personId, (id) => people.get(id)?.name ?? '');
      return [
        {
          ...agreement,
          amended,
          employee: refOf(people.get(talk.employeeId), talk.employeeId),
          manager: refOf(people.get(managerId), managerId),
          cycleName: talk.cycleName,
          heldAt: (talk.startedAt ?? talk.start)?.toISOString() ?? null,
          followVersion: follow?.version ?? 0,
          steps,
          mayFollow: mayAccess('agreement-status', 'write', relation, policy),
          changeWaits: openProposals(talk.record ?? []).some(({ subject }) => subject === agreement.agreementId),
        },
      ];
    }),
  );
  return described.flat().sort(inOrder);
}

/** Newest first. */
async function openSteps(
  platform: Platform,
  follow: FollowRecord | undefined,
  readerId: string,
  nameOf: (personId: string) => string,
): Promise<Step[]> {
  if (!follow) return [];
  const scope = { tenantId: follow.tenantId, talkId: follow.talkId, authorId: 'shared' };
  const steps = await Promise.all(
    follow.steps.map(async ({ status, sealed, by, at }) => ({
      status,
      note: sealed && (await platform.seal.openText(scope, sealed, 'agreement-status')),
      byMe: by === readerId,
      name: nameOf(by),
      at: at.toISOString(),
    })),
  );
  return steps.reverse();
}
