/** Saves a talk's own agenda, by its manager and before the talk starts. When it answers, it is durable and both can read it. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { frozenTemplate } from '#api/template/find-template.ts';
import { readAccess } from '../read-access.ts';
import type { Agenda, AgendaInput } from './contract.ts';
import { openAgenda } from './read-agenda.ts';
import { maySaveAgenda } from './rules.ts';
import { putAgenda } from './store.ts';

export async function saveAgenda(
  platform: Platform,
  actor: Person,
  talkId: string,
  input: AgendaInput,
  version: number,
): Promise<Result<Agenda>> {
  const access = await readAccess(platform, actor, talkId, 'agenda');
  if (!access?.side) return refuse('not-found');
  const { talk, side, policy } = access;
  const refused = maySaveAgenda(side, policy, frozenTemplate(talk.templateId, talk.templateVersion), input);
  if (refused) return refused;
  const of = { tenantId: actor.tenantId, talkId };
  const sealed = await platform.seal.closeText({ ...of, authorId: 'shared' }, JSON.stringify(input.points));
  const next = { minutes: input.minutes, sealed, savedAt: platform.clock.now(), savedBy: actor.personId };
  if (await putAgenda(platform.db, of, version, next)) return done({ ...input, version: version + 1 });
  return refuse('stale', { current: await openAgenda(platform, of, talk.managerId) });
}
