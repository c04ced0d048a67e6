/** Finds what is to be erased and writes it down: people who have left for long enough, and talks that are too old. Erases nothing itself. */
import { countOpen } from '#api/agreement/count-open.ts';
import { listWithPrivateNotes } from '#api/note/erase-notes.ts';
import { findLeaversDue } from '#api/people/leaving/find-leavers.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listOldTalks, type OldTalk } from '#api/talk/retention/erase-talks.ts';
import { agedParts, keptSince } from './rules.ts';
import { addErasures, dropDoneErasures } from './store.ts';

/** One look at everybody who is gone. What is found is carried out by erase-next.ts; what is done long ago is forgotten. */
export async function findLeavers(platform: Platform): Promise<boolean> {
  const now = platform.clock.now();
  let found = 0;
  for (const tenantId of platform.config.tenants) {
    const leavers = (await findLeaversDue(platform, tenantId)).map(({ personId, goneAt }) => ({
      _id: `${tenantId}/${personId}/${goneAt.getTime()}`,
      ...{ tenantId, personId, goneAt, parts: 'all' as const, talkIds: [], peopleIds: [], why: null },
    }));
    found += await addErasures(platform.db, leavers, now);
  }
  await dropDoneErasures(platform.db, keptSince(now));
  if (found > 0) platform.wake('erase-next');
  return false;
}

/** One round through all old talks, a page at a time; the step answers true while there are more. */
export function createAgeStep(platform: Platform): () => Promise<boolean> {
  let after = '';
  return async () => {
    const page = await listOldTalks(platform, keptSince(platform.clock.now()), after);
    await writeDown(platform, page.talks);
    after = page.next;
    return after !== '';
  };
}

async function writeDown(platform: Platform, talks: OldTalk[]): Promise<void> {
  const now = platform.clock.now();
  const held = new Set(platform.config.legalHold);
  let found = 0;
  for (const tenantId of new Set(talks.map((talk) => talk.tenantId))) {
    const free = talks.filter((talk) => talk.tenantId === tenantId && !talk.peopleIds.some((id) => held.has(id)));
    const ids = free.map(({ _id }) => _id);
    const [open, noted] = await Promise.all([countOpen(platform, tenantId, ids), listWithPrivateNotes(platform, tenantId, ids)]);
    const aged = free.flatMap((talk) => {
      const facts = { ...talk, openAgreements: open.get(talk._id) ?? 0, privateNotes: noted.has(talk._id) };
      const aging = agedParts(facts, platform.config.keepNotesBecause !== null, now);
      const { _id, peopleIds } = talk;
      return aging
        ? [{ _id: `${tenantId}/${aging.parts}/${_id}`, tenantId, personId: null, goneAt: null, ...aging, talkIds: [_id], peopleIds }]
        : [];
    });
    found += await addErasures(platform.db, aged, now);
  }
  if (found > 0) platform.wake('erase-next');
}
