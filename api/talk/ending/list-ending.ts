/**
 * What signing a talk ends: the preparations and shared notes of earlier talks of its kind. Told to its two beforehand, each of what they may read themselves.
 * Says the same under a legal hold, which is nobody's to know of. Erases nothing.
 */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { isLeftUnsigned } from '../parting/rules.ts';
import { accessTo, readAccess } from '../read-access.ts';
import { signedAt } from '../standing/rules.ts';
import { listTalksOfEmployees } from '../standing/store.ts';
import type { Ending } from './contract.ts';
import { isNextOf, isNextSigned } from '../retention/rules.ts';

export async function listEnding(platform: Platform, actor: Person, talkId: string): Promise<Result<Ending>> {
  const access = await readAccess(platform, actor, talkId, 'shared-notes');
  if (!access?.side) return refuse('not-found');
  const { talk, facts } = access;
  // Nothing is ended by a talk that both have signed already, nor where all is kept for its months.
  if (facts.signed.length >= 2 || facts.leftUnsigned || platform.config.keepNotesBecause !== null) return done({ talks: [], own: false });
  const all = await listTalksOfEmployees(platform.db, talk.tenantId, [talk.employeeId]);
  // One that has not come to its end keeps what is in it until it has.
  const earlier = all.filter((one) => one.notesErased == null && isNextOf(one, talk) && (signedAt(one) || isLeftUnsigned(one)));
  const read = await Promise.all(earlier.map((one) => accessTo(platform, actor, one, 'shared-notes')));
  const talks = read.flatMap((one) => {
    if (!one?.side || !one.talk.startedAt) return [];
    const { _id, startedAt, cycleName } = one.talk;
    return [{ talkId: _id, startedAt: startedAt.toISOString(), cycleName }];
  });
  talks.sort((one, other) => other.startedAt.localeCompare(one.startedAt));
  return done({ talks, own: isNextSigned(talk, all) });
}
