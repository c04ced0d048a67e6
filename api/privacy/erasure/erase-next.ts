/**
 * Erases what was found (find-erasures.ts), one person or talk at a time. What goes is written down first and then erased collection by collection: whatever
 * crashes in between goes on from the beginning, and erasing twice erases once. An hour later it is erased once more, for what somebody was writing at that
 * moment. Only counts are logged.
 */
import { isBack, isGoneSince, isHereAfterAll } from '#api/people/leaving/find-leavers.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listTalksNaming, withdrawAhead } from '#api/talk/retention/erase-talks.ts';
import { findHeldBack } from './find-held-back.ts';
import { erasersOf } from './list-erasers.ts';
import { goingWith, type Going } from './rules.ts';
import { claimErasure, dropErasure, saveErasure, type ErasureRecord } from './store.ts';

const minuteMs = 60_000;
/** The second time comes when every page that was open has asked again whether it may. */
const onceMoreMs = 60 * minuteMs;
/** Events of talks that will not be are cancelled first; what Microsoft 365 does not cancel within a day is not waited for. */
const lookAgainMs = 10 * minuteMs;
const patienceMs = 24 * 60 * minuteMs;
/** What a legal hold on somebody else keeps is looked for again each day. */
const holdMs = 24 * 60 * minuteMs;

/** One step of the clock. Answers false when nothing is due. */
export async function eraseNext(platform: Platform): Promise<boolean> {
  const { db, clock, log } = platform;
  const erasure = await claimErasure(db, clock.now());
  if (!erasure) return false;
  if (!(await isStillTrue(platform, erasure))) {
    await dropErasure(db, erasure);
    return true;
  }
  const { going, waits } = await collectGoing(platform, erasure);
  // A talk that goes on keeps its place in the calendars, and whatever is still to be cancelled of it.
  const isClear = erasure.parts !== 'all' || (await withdrawAhead(platform, going.tenantId, going.talkIds));
  if (!isClear && clock.now().getTime() < erasure.foundAt.getTime() + patienceMs) {
    await saveErasure(db, erasure, { due: again(erasure, lookAgainMs, clock.now()) });
    return true;
  }
  const { talkIds, aloneIds, peopleIds } = going;
  if (!(await saveErasure(db, erasure, { begunAt: erasure.begunAt ?? clock.now(), talkIds, aloneIds, peopleIds }))) return true;
  let erased = 0;
  for (const erase of Object.values(erasersOf[erasure.parts])) erased += await erase(platform, going);
  const { topics, goals } = await findHeldBack(platform, going.tenantId, going.personId);
  const end = waits || topics || goals ? { due: again(erasure, holdMs, clock.now()) } : endOf(erasure, clock.now());
  await saveErasure(db, erasure, end);
  log.info({ parts: erasure.parts, leaver: erasure.personId !== null, erased }, 'what was kept long enough is erased');
  return true;
}

function endOf(erasure: ErasureRecord, now: Date): Partial<ErasureRecord> {
  // A talk that was never begun may still be had: what is prepared for it anew within the hour stays.
  if (!erasure.erasedAt && erasure.parts !== 'prepared') return { erasedAt: now, due: again(erasure, onceMoreMs, now) };
  return { erasedAt: erasure.erasedAt ?? now, talkIds: [], aloneIds: [], peopleIds: [], doneAt: now, due: null };
}

const again = ({ due }: ErasureRecord, ms: number, now: Date) => ({
  ...{ at: new Date(now.getTime() + ms), fence: due?.fence ?? 0, leaseUntil: null, attempts: 0 },
});

/**
 * Whoever came back before it began keeps everything, also if only the directory itself knows of it yet; and a legal hold, or a reason to keep notes for
 * longer, that has come since keeps what has not begun to go.
 */
async function isStillTrue(platform: Platform, { tenantId, personId, goneAt, begunAt, peopleIds, why }: ErasureRecord): Promise<boolean> {
  if (begunAt) return true;
  if (!personId && why === 'next-signed' && platform.config.keepNotesBecause !== null) return false;
  if (!personId) return !peopleIds.some((id) => platform.config.legalHold.includes(id));
  if (!goneAt) return true;
  if (platform.config.legalHold.includes(personId) || !(await isGoneSince(platform, tenantId, { personId, goneAt }))) return false;
  return !(await isHereAfterAll(platform, tenantId, personId));
}

/** What was found before and is there now; of somebody who has come back meanwhile only the talks that were erased with them. */
async function collectGoing(platform: Platform, erasure: ErasureRecord): Promise<{ going: Going; waits: boolean }> {
  const { tenantId, personId, talkIds, aloneIds, peopleIds, why = null } = erasure;
  const before = { tenantId, personId: null, talkIds, aloneIds: [], peopleIds, why };
  if (!personId || (await isBack(platform, tenantId, personId))) return { going: before, waits: false };
  const now = goingWith(personId, await listTalksNaming(platform, tenantId, personId), new Set(platform.config.legalHold));
  const both = (one: string[], other: string[]): string[] => [...new Set([...one, ...other])];
  const all = { talkIds: both(talkIds, now.talkIds), aloneIds: both(aloneIds, now.aloneIds), peopleIds: both(peopleIds, now.peopleIds) };
  return { going: { tenantId, personId, ...all }, waits: now.waits };
}
