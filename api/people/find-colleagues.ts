/** People of the own organisation by name, for HR who wants one of them in every talk or as the one who holds a talk. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { PersonRef } from './contract.ts';
import { findPerson, listPeople, refOf, type KnownPerson } from './find-people.ts';

const mostFound = 20;
/** Shorter says too little, and would name half the organisation. */
const shortest = 2;

export async function findColleagues(
  platform: Platform,
  { tenantId }: Person,
  { name = '', id }: { name?: string | undefined; id?: string | undefined },
): Promise<Result<{ people: PersonRef[] }>> {
  if (id !== undefined) {
    const found = await findPerson(platform, tenantId, id);
    return done({ people: found ? [refOf(found, id)] : [] });
  }
  const here = async (): Promise<KnownPerson[]> => (await listPeople(platform, tenantId, [])).filter(({ hasMailbox }) => hasMailbox);
  return done({ people: await findByName(name, here) });
}

/** The first of these people whose names hold what was typed, as others see them; nobody for what is too short. */
export async function findByName(name: string, listThem: () => Promise<KnownPerson[]>): Promise<PersonRef[]> {
  const wanted = plain(name);
  if (wanted.length < shortest) return [];
  const found = (await listThem()).filter((person) => plain(person.name).includes(wanted));
  return found.slice(0, mostFound).map((person) => refOf(person, person.personId));
}

const plain = (name: string): string => name.trim().toLocaleLowerCase('sv');
