/** Objects to the summary instead of signing it. It stands beside the signatures until its author signs; the other is told. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { summaryOf } from '../read-summary.ts';
import { readStanding } from '../standing/read-standing.ts';
import type { TalkRecordRead } from './contract.ts';
import { mayObject, mayWrite } from './rules.ts';
import { writeEntry } from './write-entry.ts';

export async function objectToSummary(
  platform: Platform,
  actor: Person,
  talkId: string,
  { entryId, hash, text }: { entryId: string; hash: string; text: string },
  version: number,
): Promise<Result<TalkRecordRead>> {
  const standing = await readStanding(platform, actor, talkId, 'statements');
  if (!standing) return refuse('not-found');
  const { talk, side, relation, policy } = standing;
  const signed = talk.signatures.map((one) => one.side);
  const refused = mayObject({ finishedAt: talk.finishedAt, signed }, side) ?? mayWrite(talk.record ?? [], text);
  if (refused) return refused;
  if (!mayAccess('statements', 'write', relation, policy)) return refuse('not-found');
  const { summary } = await summaryOf(platform, talk);
  if (summary.hash !== hash) return refuse('content-changed', { current: summary });
  return writeEntry(platform, actor, standing, version, { entryId, kind: 'objected', about: null, contentHash: hash, text, change: null });
}
