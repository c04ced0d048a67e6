/** A talk's own agenda, for either of the two. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Template } from '#api/template/contract.ts';
import { readAccess } from '../read-access.ts';
import type { Agenda, AgendaPoint } from './contract.ts';
import { withOwnMinutes } from './rules.ts';
import { findAgenda, findMinutes } from './store.ts';

type OfTalk = { tenantId: string; talkId: string };

export async function readAgenda(platform: Platform, actor: Person, talkId: string): Promise<Result<Agenda>> {
  const access = await readAccess(platform, actor, talkId, 'agenda');
  return access?.side ? done(await openAgenda(platform, { tenantId: actor.tenantId, talkId }, access.talk.managerId)) : refuse('not-found');
}

/** For verbs that have asked the policy table. Points are their manager's: after a hand-over the next one begins without them, and only minutes stay. */
export async function openAgenda(platform: Platform, of: OfTalk, managerId: string): Promise<Agenda> {
  const found = await findAgenda(platform.db, of);
  if (!found) return { minutes: {}, points: [], version: 0 };
  if (found.savedBy !== managerId) return { minutes: found.minutes, points: [], version: found.version };
  const points = JSON.parse(await platform.seal.openText({ ...of, authorId: 'shared' }, found.sealed, 'agenda')) as AgendaPoint[];
  return { minutes: found.minutes, points, version: found.version };
}

/** The talk's template as its agenda has it now. */
export async function readParts(platform: Platform, of: OfTalk, template: Template): Promise<Template> {
  return withOwnMinutes(template, await findMinutes(platform.db, of));
}
