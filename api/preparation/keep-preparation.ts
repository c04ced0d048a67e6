/**
 * Keeps what an employee has prepared for a talk that starts another over: a copy in the new talk, sealed with that talk's key, shared with nobody.
 * What is there already is left as it is.
 */
import type { Platform } from '#api/platform/platform.ts';
import { nobody } from '#api/platform/reading/reading.ts';
import { addPreparation, findPreparation } from './store.ts';

export async function keepPreparation(
  { db, seal }: Pick<Platform, 'db' | 'seal'>,
  { tenantId, authorId }: { tenantId: string; authorId: string },
  { from, to }: { from: string; to: string },
): Promise<void> {
  const found = await findPreparation(db, { tenantId, talkId: from, side: 'employee', authorId });
  if (!found) return;
  const answers = await Promise.all(
    Object.entries(found.answers).map(async ([questionId, { sealed, savedAt }]) => {
      const text = await seal.openText({ tenantId, talkId: from, authorId }, sealed, nobody);
      return [questionId, { sealed: await seal.closeText({ tenantId, talkId: to, authorId }, text), version: 1, savedAt }] as const;
    }),
  );
  const own = { tenantId, talkId: to, side: 'employee' as const, authorId, releasedAt: null, releasedTo: null };
  await addPreparation(db, { ...own, version: 0, answered: found.answered, answers: Object.fromEntries(answers) });
}
