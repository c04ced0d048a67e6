/** What some people have said about reminders, for whoever sends them; the usual for those who said nothing. */
import type { Platform } from '#api/platform/platform.ts';
import type { Choices } from './contract.ts';
import { usualChoices } from './rules.ts';
import { listChoiceRecords } from './store.ts';

export async function findChoices(platform: Platform, tenantId: string, personIds: string[]): Promise<(personId: string) => Choices> {
  const found = await listChoiceRecords(platform.db, tenantId, [...new Set(personIds)]);
  const byPerson = new Map(found.map(({ personId, choices }) => [personId, choices]));
  return (personId) => byPerson.get(personId) ?? usualChoices;
}
