/** Who has taken a talk over, and what its employee lets them read: for the employee's page to say who can read what. */
import { findPerson, refOf } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { TalkWithTemplate } from '../contract.ts';
import type { TalkRecord } from '../store.ts';
import { findTakenOver } from './find-taken-over.ts';
import { passedTo } from './rules.ts';

/** Null while it is with the manager who held it. */
export async function describeTakenOver(platform: Platform, talk: TalkRecord): Promise<TalkWithTemplate['takenOver'] | null> {
  if (talk.signatures.length < 2) return null;
  const { managerId, talks, all } = await findTakenOver(platform, talk.tenantId, talk.employeeId);
  if (managerId === null || !talks.some(({ _id }) => _id === talk._id)) return null;
  const manager = await findPerson(platform, talk.tenantId, managerId);
  return { manager: refOf(manager ?? undefined, managerId), passed: passedTo(talk, managerId, all).map(({ what }) => what) };
}
