/** One talk with its template, found by id or by the Teams meeting it is held in: the one it was booked with, or one that was chosen for it. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { frozenTemplate } from '#api/template/find-template.ts';
import { readParts } from './agenda/read-agenda.ts';
import type { TalkWithTemplate } from './contract.ts';
import { describeTalk } from './describe-talk.ts';
import { describeTakenOver } from './passing/describe-taken-over.ts';
import { accessTo, readAccess, type Access } from './read-access.ts';
import { findTalkByMeeting } from './store.ts';
import { findChosenTalk } from './unplanned/find-chosen-talk.ts';

export async function readTalk(platform: Platform, actor: Person, talkId: string): Promise<Result<TalkWithTemplate>> {
  return answer(platform, actor, await readAccess(platform, actor, talkId, 'talk'));
}

export async function findTalk(
  platform: Platform,
  actor: Person,
  { chatId, joinUrl }: { chatId: string; joinUrl?: string | undefined },
): Promise<Result<TalkWithTemplate>> {
  const talk = (await findTalkByMeeting(platform.db, actor, chatId, joinUrl ?? null)) ?? (await findChosenTalk(platform, actor, chatId));
  return answer(platform, actor, talk && (await accessTo(platform, actor, talk, 'talk')));
}

async function answer(platform: Platform, actor: Person, access: Access | null): Promise<Result<TalkWithTemplate>> {
  if (!access) return refuse('not-found');
  const { talk } = access;
  const [described, template, takenOver] = await Promise.all([
    describeTalk(platform, actor, talk, access.prepared),
    readParts(platform, { tenantId: actor.tenantId, talkId: talk._id }, frozenTemplate(talk.templateId, talk.templateVersion)),
    access.relation === 'employee' ? describeTakenOver(platform, talk) : null,
  ]);
  return done({ ...described, template, ...(takenOver ? { takenOver } : {}) });
}
