/** The talks of an employee that somebody may look back on, each with its access; newest first, so many at most. And what was passed on to them of others. */
import { findPerson, refOf } from '#api/people/find-people.ts';
import type { PersonRef } from '#api/people/contract.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listPrepared } from '#api/preparation/list-prepared.ts';
import type { PartyAccess } from '#api/preparation/read-preparations.ts';
import { findManagerOf } from '../find-manager.ts';
import { accessTo, partiesOf } from '../read-access.ts';
import { listPassed, type PassedTalk } from '../passing/list-passed.ts';
import { findHandedOver } from '../standing/find-handed-over.ts';
import { listTalksOf } from '../store.ts';
import { talksLookedAt } from './contract.ts';

export type Past = { employee: PersonRef; accesses: PartyAccess[]; passed: PassedTalk[]; more: boolean };

/** Null for whoever is neither the employee nor their manager, now or in one of the talks. */
export async function listPast(platform: Platform, actor: Person, employeeId: string): Promise<Past | null> {
  const { tenantId, personId } = actor;
  const own = personId === employeeId;
  const all = await listTalksOf(platform.db, actor, own ? 'employee' : 'manager');
  const ofTwo = own ? all : all.filter((talk) => talk.employeeId === employeeId);
  const handedOver = own ? new Map<string, Date>() : await findHandedOver(platform, tenantId, ofTwo);
  const talks = ofTwo.filter(({ _id }) => !handedOver.has(_id));
  if (!own && talks.length === 0 && (await findManagerOf(platform, tenantId, employeeId)) !== personId) return null;
  const dayOf = ({ startedAt, start }: (typeof talks)[number]): number => (startedAt ?? start)?.getTime() ?? Infinity;
  const shown = talks.sort((a, b) => dayOf(b) - dayOf(a) || (a._id < b._id ? -1 : 1)).slice(0, talksLookedAt);
  const preparedOf = await listPrepared(platform, tenantId, shown.map(partiesOf));
  const accesses = await Promise.all(shown.map((talk) => accessTo(platform, actor, talk, 'talk', preparedOf(talk._id), null)));
  return {
    passed: own ? [] : await listPassed(platform, actor, employeeId),
    employee: refOf((await findPerson(platform, tenantId, employeeId)) ?? undefined, employeeId),
    accesses: accesses.flatMap((access) => (access?.side ? [{ ...access, side: access.side }] : [])),
    more: talks.length > shown.length,
  };
}

const atOnce = 6;

/** Does something with each, a few at a time, in their order: each opens sealed texts of a talk. */
export async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    made.push(...(await Promise.all(items.slice(from, from + atOnce).map((item) => work(item)))));
  return made;
}
