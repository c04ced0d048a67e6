/**
 * Writing into what is signed (shared notes, agreements): the write itself fails when a signing has closed them. Then it is asked what became of
 * that signing; one that ended without a signature, or whose process died, is taken back. A signature and a write can so never both be right.
 */
import type { OfTalk } from '#api/platform/db/closing.ts';
import type { Db } from '#api/platform/db/db.ts';
import type { Platform } from '#api/platform/platform.ts';
import { isAlive } from './rules.ts';
import { changeTalk, findTalksByIds } from './store.ts';

/** How something is asked whether it is closed, and opened again. */
export type Closing = { read(db: Db, of: OfTalk): Promise<number>; reopen(db: Db, of: OfTalk, signing: number): Promise<void> };

/** A signing takes a moment; whoever comes in between another one tries again. */
const tries = 3;

/** @param write answers false when its guard did not hold: closed, or something of its own */
export async function writeWhileOpen(
  platform: Platform,
  of: OfTalk,
  closing: Closing,
  write: () => Promise<boolean>,
): Promise<boolean | 'signed' | 'being-signed'> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (await write()) return true;
    const closedBy = await closing.read(platform.db, of);
    // Open: the write's own guard did not hold. Or it was opened in between, and the next attempt tells.
    if (closedBy === 0 && attempt > 0) return false;
    if (closedBy === 0) continue;
    const verdict = await becameOf(platform, of, closedBy);
    if (verdict !== 'nothing') return verdict;
    await closing.reopen(platform.db, of, closedBy);
  }
  return 'being-signed';
}

/** What became of the signing with this number. The talk is read after the closing: a signing is written down before it closes anything. */
async function becameOf(platform: Platform, { tenantId, talkId }: OfTalk, signing: number): Promise<'signed' | 'being-signed' | 'nothing'> {
  const [talk] = await findTalksByIds(platform.db, tenantId, [talkId]);
  if (!talk || talk.signatures.length > 0) return 'signed';
  if (talk.signing?.number !== signing) return 'nothing';
  if (isAlive(talk.signing, platform.clock.now())) return 'being-signed';
  // Its process has died, or is so slow that it must not go on: without this mark it cannot sign.
  return (await changeTalk(platform.db, tenantId, talkId, talk.version, { signing: null })) ? 'nothing' : 'being-signed';
}
