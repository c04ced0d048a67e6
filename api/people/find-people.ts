/** Looks people up for other features: as shown on screens, and with what notifications and planning need. */
import type { Platform } from '#api/platform/platform.ts';
import type { PersonRef } from './contract.ts';
import {
  findPersonByMail,
  findPersonRecord,
  hasReports,
  listReportsOf,
  listPeopleByIds,
  listPeopleIn,
  readDirectory,
  type PersonRecord,
} from './store.ts';

export type KnownPerson = PersonRecord;

/** A person as others see them; someone who is gone from the directory keeps an empty name rather than vanishing from a talk. */
export function refOf(person: PersonRecord | undefined, id: string): PersonRef {
  return { id, name: person?.name ?? '', jobTitle: person?.jobTitle ?? '', department: person?.department ?? '' };
}

export function findPerson(platform: Platform, tenantId: string, personId: string): Promise<KnownPerson | null> {
  return findPersonRecord(platform.db, tenantId, personId);
}

/** Whoever, or whatever room, the directory knows under a mail address. */
export function findByMail(platform: Platform, tenantId: string, address: string): Promise<KnownPerson | null> {
  return findPersonByMail(platform.db, tenantId, address);
}

/** People by id, in a map from id; unknown ids are left out. */
export async function findPeople(platform: Platform, tenantId: string, personIds: string[]): Promise<Map<string, KnownPerson>> {
  const found = await listPeopleByIds(platform.db, tenantId, [...new Set(personIds)]);
  return new Map(found.map((person) => [person.personId, person]));
}

/** Enabled people of some departments; empty means everyone. */
export function listPeople(platform: Platform, tenantId: string, departments: string[]): Promise<KnownPerson[]> {
  return listPeopleIn(platform.db, tenantId, departments);
}

/** Whether somebody reports to the person. */
export function isManagerOfSomebody(platform: Platform, tenantId: string, personId: string): Promise<boolean> {
  return hasReports(platform.db, tenantId, personId);
}

/** Those who report to the person and are here. */
export function listReports(platform: Platform, tenantId: string, personId: string): Promise<KnownPerson[]> {
  return listReportsOf(platform.db, tenantId, personId);
}

/** Whether the account may be used: unknown is fine until the directory has been read once, disabled never is. */
export async function isActive(platform: Platform, tenantId: string, personId: string): Promise<boolean> {
  return (await findPersonRecord(platform.db, tenantId, personId))?.enabled ?? true;
}

/** When the directory was last read in full or by delta; null: never. */
export async function directorySyncedAt(platform: Platform, tenantId: string): Promise<Date | null> {
  return (await readDirectory(platform.db, tenantId)).syncedAt;
}
