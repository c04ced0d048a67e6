/**
 * Signs what both have read, with a comment or without: the hash that the signer saw must be the hash of the content. The first signature closes notes and agreements before
 * it reads them, so that what is signed is all there is; each step is safe to be the last one before a crash (see write-while-open.ts). Nobody is
 * told of a signature, but reminders hear of it (`noticeDue`): what was agreed may be due from then on, however late it is signed.
 */
import { closeAgreements } from '#api/agreement/close-agreements.ts';
import { closeNotes } from '#api/note/close-notes.ts';
import { liveDocumentName } from '#api/note/contract.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteBefore } from '#api/platform/reading/reading.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Talk } from './contract.ts';
import { describeTalk } from './describe-talk.ts';
import { summaryOf } from './read-summary.ts';
import { readAccess } from './read-access.ts';
import { maySign } from './rules.ts';
import { mayWrite } from './signing/rules.ts';
import { sealEntry } from './signing/seal-entry.ts';
import type { RecordEntry, Signature } from './signing/store.ts';
import { changeTalk, type TalkRecord } from './store.ts';

/** A signature and its entry in the record, which holds the comment: written together. */
type Signed = { signatures: Signature; record: RecordEntry };

export async function signTalk(
  platform: Platform,
  actor: Person,
  talkId: string,
  { hash, comment = null }: { hash: string; comment?: string | null | undefined },
  version: number,
): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'shared-notes');
  if (!access?.side) return refuse('not-found');
  const refused = maySign(access.facts, access.side) ?? mayWrite(access.talk.record ?? [], comment);
  if (refused) return refused;
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  const { talk, side } = access;
  const { summary } = await summaryOf(platform, talk);
  if (summary.hash !== hash) return refuse('content-changed', { current: summary });
  await noteBefore(talkId);
  const at = platform.clock.now();
  const { personId } = actor;
  const entry = { entryId: `signed-${side}`, kind: 'signed' as const, side, personId, at, contentHash: hash, about: null };
  const record = await sealEntry(platform, talk, entry, { text: comment, change: null });
  const push: Signed = { signatures: { side, personId, at, hash }, record };
  const signed = talk.signedContent
    ? await changeTalk(platform.db, actor.tenantId, talkId, version, { noticeDue: dueAt(at) }, push)
    : await signFirst(platform, talk, version, push);
  if (!signed) return refuse('stale');
  if ('ok' in signed) return signed;
  platform.live?.refresh(liveDocumentName(talkId));
  return done(await describeTalk(platform, actor, signed, access.prepared));
}

/** Null when the talk has changed meanwhile: the other signs too, or this signing took so long that a writer has taken it back. */
async function signFirst(
  platform: Platform,
  talk: TalkRecord,
  version: number,
  push: Signed,
): Promise<TalkRecord | ReturnType<typeof refuse> | null> {
  const { db, seal, clock } = platform;
  const { _id: talkId, tenantId } = talk;
  const number = version + 1;
  if (!(await changeTalk(db, tenantId, talkId, version, { signing: { number, at: clock.now() } }))) return null;
  await Promise.all([closeNotes(platform, { tenantId, talkId }, number), closeAgreements(platform, { tenantId, talkId }, number)]);
  const { summary, canonical } = await summaryOf(platform, talk);
  if (summary.hash !== push.signatures.hash) {
    await changeTalk(db, tenantId, talkId, number, { signing: null });
    return refuse('content-changed', { current: summary });
  }
  const signedContent = await seal.closeText({ tenantId, talkId, authorId: 'shared' }, canonical);
  return changeTalk(db, tenantId, talkId, number, { signing: null, signedContent, noticeDue: dueAt(clock.now()) }, push);
}
