/** The steps in which a talk's shared notes came about: who wrote and when, nothing of what. For the two of the talk. */
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import type { NoteStep } from './contract.ts';
import { findWritings } from './find-writings.ts';
import { stepsOf } from './rules.ts';

export async function listNoteSteps(
  platform: Platform,
  actor: Person,
  talkId: string,
): Promise<Result<{ steps: NoteStep[]; earlier: boolean }>> {
  const access = await readAccess(platform, actor, talkId, 'shared-notes');
  if (!access?.side) return refuse('not-found');
  const { tenantId } = actor;
  const writings = await findWritings(platform.db, { tenantId, talkId });
  const steps = stepsOf(writings);
  const people = await findPeople(
    platform,
    tenantId,
    steps.flatMap(({ by }) => by),
  );
  return done({
    steps: steps.map(({ by, from, to }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
      by: by.map((id) => ({ id, name: people.get(id)?.name ?? '' })),
    })),
    earlier: writings.some(({ to }) => to === null),
  });
}
