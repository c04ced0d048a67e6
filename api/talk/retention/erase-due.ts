/**
 * Erases what has been kept for as long as it may be. Needs no marks: it looks through the old talks again and again, and erasing twice erases once.
 * Only counts are logged.
 */
import { eraseOldPrivateNotes, erasePrivateNotes, shredPrivateNotes } from '#api/note/erase-private-notes.ts';
import type { Platform } from '#api/platform/platform.ts';
import { eraseDrafts, erasePreparation } from '#api/preparation/erase-preparations.ts';
import { isLeftUnsigned } from '../parting/rules.ts';
import { findHandedOver } from '../standing/find-handed-over.ts';
import { erasingOf, isHeld, limitsAt, type Erasing } from './rules.ts';
import { listAging, type AgingRecord } from './store.ts';

const pageSize = 200;

/** One round through all old talks, a page at a time; the step answers true while there are more. */
export function createEraseStep(platform: Platform): () => Promise<boolean> {
  let after = '';
  return async () => {
    const now = platform.clock.now();
    const page = await listAging(platform.db, limitsAt(now), after, pageSize);
    await erasePage(platform, page, now);
    after = page.length < pageSize ? '' : (page.at(-1)?._id ?? '');
    return after !== '';
  };
}

async function erasePage(platform: Platform, page: AgingRecord[], now: Date): Promise<void> {
  const limits = limitsAt(now);
  const held = new Set(platform.config.legalHold);
  let erased = 0;
  for (const tenantId of new Set(page.map((talk) => talk.tenantId))) {
    const talks = page.filter((talk) => talk.tenantId === tenantId && !isHeld(talk, held));
    const handedOver = await findHandedOver(platform, tenantId, talks);
    const aged = talks.map((talk) => ({
      talk,
      due: erasingOf({ ...talk, leftAt: handedOver.get(talk._id) ?? (isLeftUnsigned(talk) ? talk.partedAt : null) ?? null }, now),
    }));
    const idsOf = (what: 'drafts' | 'privateNotes'): string[] => aged.filter(({ due }) => due[what]).map(({ talk }) => talk._id);
    erased += await eraseDrafts(platform, tenantId, idsOf('drafts'));
    erased += await eraseOldPrivateNotes(platform, tenantId, idsOf('privateNotes'), limits.privateNotes);
    for (const { talk, due } of aged) erased += await eraseFormer(platform, talk, due);
  }
  if (erased > 0) platform.log.info({ erased }, 'what was kept long enough is erased');
}

/** What a former manager wrote for a talk is nobody's any more. */
async function eraseFormer(platform: Platform, talk: AgingRecord, { former, keys, managersNotes }: Erasing): Promise<number> {
  const { _id: talkId, tenantId } = talk;
  let erased = managersNotes ? await shredPrivateNotes(platform, { tenantId, talkId, authorId: talk.managerId }) : 0;
  for (const authorId of former) {
    const whose = { tenantId, talkId, authorId };
    erased += await (keys ? shredPrivateNotes : erasePrivateNotes)(platform, whose);
    erased += await erasePreparation(platform, whose);
    if (keys) await platform.seal.shred(whose);
  }
  return erased;
}
