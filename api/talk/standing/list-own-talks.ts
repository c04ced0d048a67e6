/**
 * Every talk that somebody is or was one of the two of, newest first, with how they stand to it: a few at a time, since there may be many years of them.
 * Also those that were withdrawn, or handed over not long ago: what is left of them is still theirs. HR's role plays no part: it makes nothing one's own.
 */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listPrepared } from '#api/preparation/list-prepared.ts';
import { accessTo, partiesOf, type Access } from '../read-access.ts';
import { findTalksByIds } from '../store.ts';
import { findHandedOver } from './find-handed-over.ts';
import { listOwnIds } from './store.ts';

const atOnce = 20;

export async function* listOwnTalks(platform: Platform, actor: Person): AsyncGenerator<Access> {
  const { tenantId } = actor;
  const ids = await listOwnIds(platform.db, actor);
  for (let from = 0; from < ids.length; from += atOnce) {
    const page = ids.slice(from, from + atOnce);
    const found = new Map((await findTalksByIds(platform.db, tenantId, page)).map((talk) => [talk._id, talk]));
    const talks = page.flatMap((id) => found.get(id) ?? []);
    const [handedOver, preparedOf] = await Promise.all([
      findHandedOver(platform, tenantId, talks),
      listPrepared(platform, tenantId, talks.map(partiesOf)),
    ]);
    for (const talk of talks) {
      // It is its manager who has handed it over: for the employee it goes on being theirs.
      const since = talk.managerId === actor.personId ? (handedOver.get(talk._id) ?? null) : null;
      const ask = (item: 'talk' | 'private-notes' | 'access-log') =>
        accessTo(platform, { ...actor, isHr: false }, talk, item, preparedOf(talk._id), since);
      // Of a talk that was handed over nothing is left but one's private notes, and later what one has opened of it.
      const access = (await ask('talk')) ?? (await ask('private-notes')) ?? (await ask('access-log'));
      if (access) yield access;
    }
  }
}
