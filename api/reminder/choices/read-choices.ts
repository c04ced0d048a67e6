/** Somebody's own choices about reminders, for nobody else's eyes. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { Choices } from './contract.ts';
import { usualChoices } from './rules.ts';
import { listChoiceRecords } from './store.ts';

export type KeptChoices = { choices: Choices; version: number };

export async function readMyReminders(platform: Platform, { tenantId, personId }: Person): Promise<Result<KeptChoices>> {
  const [found] = await listChoiceRecords(platform.db, tenantId, [personId]);
  return done(found ? { choices: found.choices, version: found.version } : { choices: usualChoices, version: 0 });
}
