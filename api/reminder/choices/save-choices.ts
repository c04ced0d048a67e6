/** Keeps what a person says about reminders, in one guarded write. What is due already goes by it as well. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Choices } from './contract.ts';
import type { KeptChoices } from './read-choices.ts';
import { wrongChoice } from './rules.ts';
import { listChoiceRecords, writeChoices } from './store.ts';

export async function saveMyReminders(
  platform: Platform,
  { tenantId, personId }: Person,
  choices: Choices,
  version: number,
): Promise<Result<KeptChoices>> {
  const wrong = wrongChoice(choices);
  if (wrong) return refuse(wrong.reason, { field: wrong.field });
  const written = await writeChoices(platform.db, { tenantId, personId }, version, { choices, changedAt: platform.clock.now() });
  if (written) return done({ choices: written.choices, version: written.version });
  const [stored] = await listChoiceRecords(platform.db, tenantId, [personId]);
  return refuse('stale', { current: stored && { choices: stored.choices, version: stored.version } });
}
