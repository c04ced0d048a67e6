/**
 * What the clock does for talks whose employee has another manager by now: it makes the talk of whoever has started over, and ends the time to finish.
 * Then the talk is the former manager's no more: signed by both it is handed over, else it is closed, and the employee may start over.
 */
import { liveDocumentName } from '#api/note/contract.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { Platform } from '#api/platform/platform.ts';
import { isAlive } from '../rules.ts';
import { changeTalk, type TalkRecord } from '../store.ts';
import { isBack } from './choose-parting.ts';
import { choiceNotice, leftNotice } from './open-parting.ts';
import { startAnew } from './start-anew.ts';
import { claimParting, putOffParting } from './store.ts';

/** A signing takes a moment, and whoever writes at the same moment is waited for. */
const againMs = 5_000;

/** One step of the clock. Answers false when nothing is due. */
export async function carryOutNextParting(platform: Platform): Promise<boolean> {
  const talk = await claimParting(platform.db, platform.clock.now());
  if (!talk) return false;
  if (talk.anew) await startAnew(platform, talk);
  else if (!(await end(platform, talk))) await putOffParting(platform.db, talk, new Date(platform.clock.now().getTime() + againMs));
  return true;
}

/** Answers whether it was done; a signature that lands first wins. */
async function end(platform: Platform, talk: TalkRecord): Promise<boolean> {
  const { _id, tenantId, version, signatures, signing } = talk;
  const now = platform.clock.now();
  if (signing && isAlive(signing, now)) return false;
  // The directory has given the employee back: the two go on as if nothing had been.
  if (await isBack(platform, talk))
    return (await changeTalk(platform.db, tenantId, _id, version, { parting: null, partingDue: null })) !== null;
  const notices = { $each: [...(signatures.length < 2 ? [choiceNotice(talk)] : []), leftNotice(talk)] };
  const changed = await changeTalk(
    platform.db,
    tenantId,
    _id,
    version,
    { partedAt: now, partingDue: null, noticeDue: dueAt(now) },
    { notices },
  );
  if (!changed) return false;
  platform.live?.refresh(liveDocumentName(_id));
  platform.wake('collect-notices');
  return true;
}
