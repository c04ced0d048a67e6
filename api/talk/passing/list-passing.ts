/**
 * What an employee's manager of now reads of before, for the employee: what comes to them by itself, read as they would read it, and talk by talk what
 * may be added or has been.
 */
import { describeFollowed } from '#api/agreement/following/describe-followed.ts';
import { isOpen } from '#api/agreement/following/rules.ts';
import { listGoalsOf } from '#api/development/goal/list-goals.ts';
import { isOpen as isGoalOpen } from '#api/development/goal/rules.ts';
import { findPeople, refOf } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { nobody } from '#api/platform/reading/reading.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { listPrepared } from '#api/preparation/list-prepared.ts';
import { talksLookedAt } from '../history/contract.ts';
import { eachOf } from '../history/list-past.ts';
import { partiesOf } from '../read-access.ts';
import { erasedOf } from '../retention/describe-erased.ts';
import { summaryOf } from '../read-summary.ts';
import { listStandingsOf } from '../standing/read-standing.ts';
import { findTalksByIds, type TalkRecord } from '../store.ts';
import { type Passable, type Passing, type PassingTalk } from './contract.ts';
import { findTakenOver } from './find-taken-over.ts';
import { passedTo } from './rules.ts';

export async function listPassing(platform: Platform, actor: Person): Promise<Result<Passing>> {
  const { tenantId, personId } = actor;
  const { managerId, talks, all } = await findTakenOver(platform, tenantId, personId);
  if (managerId === null) return done({ manager: null, agreements: [], goals: [], talks: [] });
  const shown = talks.slice(0, talksLookedAt);
  const people = await findPeople(platform, tenantId, [managerId, ...shown.map((talk) => talk.managerId)]);
  const [there, agreements, goals] = await Promise.all([
    findThere(platform, tenantId, shown),
    agreementsFor(platform, actor, managerId),
    goalsFor(platform, actor, managerId),
  ]);
  return done({
    manager: refOf(people.get(managerId), managerId),
    agreements,
    goals,
    talks: shown.map((talk): PassingTalk => {
      const passed = passedTo(talk, managerId, all);
      const item = (what: Passable) => ({
        there: there(talk._id, what),
        passedAt: passed.find((one) => one.what === what)?.at.toISOString() ?? null,
      });
      return {
        ...{ talkId: talk._id, version: talk.version, cycleName: talk.cycleName, day: talk.startedAt?.toISOString() ?? null },
        manager: refOf(people.get(talk.managerId), talk.managerId),
        items: { preparation: item('preparation'), 'shared-notes': item('shared-notes') },
        ...erasedOf(talk),
      };
    }),
  });
}

/** Of some talks whether there is anything of each kind: a preparation that was shared and says something, notes that are not empty. */
export async function findThere(
  platform: Platform,
  tenantId: string,
  talks: TalkRecord[],
): Promise<(talkId: string, what: Passable) => boolean> {
  const ids = talks.map(({ _id }) => _id);
  const [preparedOf, whole] = await Promise.all([
    listPrepared(platform, tenantId, talks.map(partiesOf)),
    findTalksByIds(platform.db, tenantId, ids),
  ]);
  const noted = await eachOf(whole, async (talk) =>
    (await summaryOf(platform, talk, nobody)).summary.notes.trim() === '' ? [] : [talk._id],
  );
  const withNotes = new Set(noted.flat());
  return (talkId, what) => {
    if (what === 'shared-notes') return withNotes.has(talkId);
    const { releases, answered } = preparedOf(talkId);
    return releases.employee !== null && answered.employee > 0;
  };
}

/** As the manager reads them, by the same rule: nothing is told that they do not get. */
async function agreementsFor(platform: Platform, actor: Person, managerId: string): Promise<Passing['agreements']> {
  const reader = { ...actor, personId: managerId, isHr: false };
  const standings = await listStandingsOf(platform, reader, [actor.personId], 'agreement-status');
  const agreements = await describeFollowed(
    platform,
    reader,
    standings.filter(({ relation }) => relation === 'new-manager'),
  );
  return agreements.map(({ agreementId, text, ownerName, due, status }) => ({ agreementId, text, ownerName, due, open: isOpen(status) }));
}

async function goalsFor(platform: Platform, actor: Person, managerId: string): Promise<Passing['goals']> {
  const read = await listGoalsOf(platform, { ...actor, personId: managerId, isHr: false }, actor.personId);
  const goals = read.ok ? read.value.goals.filter(({ proposal }) => proposal === null) : [];
  return goals.map(({ goalId, what, state }) => ({ goalId, what, open: isGoalOpen(state) }));
}
