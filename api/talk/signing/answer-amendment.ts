/** Answers a proposed change: the other confirms it, which makes it count, or declines; who proposed it takes it back. All of it stays in the record. */
import { v5 } from 'uuid';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readStanding } from '../standing/read-standing.ts';
import type { TalkRecordRead } from './contract.ts';
import { mayAnswer, mayWrite } from './rules.ts';
import { writeEntry } from './write-entry.ts';

/** Namespace of the ids of answers (UUIDv5): a proposal has one answer, whose id follows from its own. */
const namespace = 'b7a2d1a4-6f0e-4c55-9f5d-3b1f0c0e9a61';

export async function answerAmendment(
  platform: Platform,
  actor: Person,
  ids: { talkId: string; entryId: string },
  { answer, text }: { answer: 'confirmed' | 'declined' | 'withdrawn'; text: string | null },
  version: number,
): Promise<Result<TalkRecordRead>> {
  const standing = await readStanding(platform, actor, ids.talkId, 'amendments');
  if (!standing) return refuse('not-found');
  const { talk, side, relation, policy } = standing;
  const entries = talk.record ?? [];
  const proposal = entries.find(({ entryId, kind }) => entryId === ids.entryId && kind === 'proposed');
  const item = proposal?.subject ? 'amendments' : 'statements';
  if (!proposal || !mayAccess(item, 'read', relation, policy)) return refuse('not-found');
  if (!mayAccess(item, 'write', relation, policy)) return refuse('not-found');
  const entryId = v5(`${talk._id}/${ids.entryId}/${answer}`, namespace);
  const again = entries.some((entry) => entry.entryId === entryId && entry.personId === actor.personId);
  const refused = mayWrite(entries, text) ?? (again ? null : mayAnswer(entries, ids.entryId, side, answer));
  if (refused) return refused;
  const { contentHash } = proposal;
  return writeEntry(platform, actor, standing, version, { entryId, kind: answer, about: ids.entryId, contentHash, text, change: null });
}
