/** Agreements with a day, for reminders: which, whose, when, and whether there is still something to do; never what they say. */
import type { Platform } from '#api/platform/platform.ts';
import { listAmended } from '#api/talk/signing/list-terms.ts';
import type { Standing } from '#api/talk/standing/read-standing.ts';
import { listStatuses } from './following/store.ts';
import { isOpen } from './following/rules.ts';
import { isSigned } from './rules.ts';
import { listByTalks } from './store.ts';

/** `waits`: both have signed it, and nobody has said that it is settled. Either may change: a late signature, or one that is taken up again. */
export type AgreementDue = { agreementId: string; ownerId: string; due: string; waits: boolean };

/** By talk id, as they are now, with what both have changed since; a talk without any is left out. */
export async function listDue(platform: Platform, tenantId: string, talks: Standing['talk'][]): Promise<Map<string, AgreementDue[]>> {
  const ids = talks.map(({ _id }) => _id);
  const [records, statuses] = await Promise.all([listByTalks(platform.db, tenantId, ids), listStatuses(platform.db, tenantId, ids)]);
  const settled = new Set(statuses.filter(({ status }) => !isOpen(status)).map(({ talkId, agreementId }) => `${talkId}/${agreementId}`));
  const found = new Map<string, AgreementDue[]>();
  for (const talk of talks) {
    const mine = records.filter(({ talkId }) => talkId === talk._id);
    if (mine.length === 0) continue;
    const amended = await listAmended(platform, talk);
    const isMade = isSigned(talk.signatures.map(({ side }) => side));
    const due = mine.flatMap(({ _id: agreementId, ...made }): AgreementDue[] => {
      const now = amended.get(agreementId) ?? made;
      return now.due === null
        ? []
        : [{ agreementId, ownerId: now.ownerId, due: now.due, waits: isMade && !settled.has(`${talk._id}/${agreementId}`) }];
    });
    if (due.length > 0) found.set(talk._id, due);
  }
  return found;
}
