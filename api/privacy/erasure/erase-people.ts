/** Forgets somebody who has left, and those who left before and were named only in the talks that go now. Their own documents are erased by then. */
import { dropPerson, listForgotten } from '#api/people/leaving/drop-person.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listNamedOf } from '#api/talk/retention/erase-talks.ts';
import { findHeldBack } from './find-held-back.ts';
import type { Going } from './rules.ts';

export async function erasePeople(platform: Platform, { tenantId, personId, peopleIds }: Going): Promise<number> {
  const before = await listForgotten(platform, tenantId, peopleIds);
  const ids = [...new Set([...before, ...(personId ? [personId] : [])])];
  const named = await listNamedOf(platform, tenantId, ids);
  let erased = 0;
  for (const id of ids) {
    const { topics, goals } = await findHeldBack(platform, tenantId, id);
    erased += await dropPerson(platform, { tenantId, personId: id }, named.has(id) || topics || goals);
  }
  return erased;
}
