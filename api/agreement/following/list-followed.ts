/** Agreements across talks with how they go: one's own or those of whom one manages, of one talk, and what a talk begins with. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { listStandings, listStandingsOf, readStanding } from '#api/talk/standing/read-standing.ts';
import { isEarlier } from '#api/talk/standing/rules.ts';
import type { FollowedAgreement } from './contract.ts';
import { describeFollowed } from './describe-followed.ts';
import { isOpen, isSinceLast } from './rules.ts';

type List = Result<{ agreements: FollowedAgreement[] }>;

export async function listFollowed(
  platform: Platform,
  actor: Person,
  { as, show }: { as: 'employee' | 'manager'; show: 'open' | 'all' },
): Promise<List> {
  const standings = await listStandings(platform, actor, as, 'agreement-status');
  const agreements = await describeFollowed(platform, actor, standings, ({ status }) => show === 'all' || isOpen(status));
  return done({ agreements });
}

export async function listOfTalk(platform: Platform, actor: Person, talkId: string): Promise<List> {
  const standing = await readStanding(platform, actor, talkId, 'agreement-status');
  return standing ? done({ agreements: await describeFollowed(platform, actor, [standing]) }) : refuse('not-found');
}

/** For the two of a talk in any state, also before it: then it is what they prepare from. */
export async function listSince(platform: Platform, actor: Person, talkId: string): Promise<List> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const { talk } = access;
  const standings = await listStandingsOf(platform, actor, [talk.employeeId], 'agreement-status');
  const earlier = standings.filter((one) => isEarlier(one.talk, talk));
  const held = earlier.flatMap((one) => one.talk.finishedAt ?? []);
  const lastHeldAt = held.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);
  return done({ agreements: await describeFollowed(platform, actor, earlier, (one) => isSinceLast(one, lastHeldAt)) });
}
