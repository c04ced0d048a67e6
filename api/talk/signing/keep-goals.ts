/** The goals of a summary: as they are now until the talk is finished, afterwards as they were then, kept sealed with the talk. */
import { listGoalLines } from '#api/development/goal/list-goal-lines.ts';
import type { GoalLine } from '#api/development/terms/contract.ts';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import type { Platform } from '#api/platform/platform.ts';
import { readLastHeld } from '../standing/read-last-held.ts';
import type { TalkRecord } from '../store.ts';

const scopeOf = ({ tenantId, _id }: Pick<TalkRecord, 'tenantId' | '_id'>) => ({ tenantId, talkId: _id, authorId: 'shared' });

/** Sealed, for the write that finishes the talk. */
export async function keepGoals(platform: Platform, talk: TalkRecord): Promise<Buffer> {
  return platform.seal.closeText(scopeOf(talk), JSON.stringify(await goalsNow(platform, talk)));
}

/** What a talk was finished with. */
export async function openGoals(
  platform: Platform,
  talk: Pick<TalkRecord, 'tenantId' | '_id'> & { goalsAtFinish: StoredBytes },
): Promise<GoalLine[]> {
  return JSON.parse(await platform.seal.openText(scopeOf(talk), bytesOf(talk.goalsAtFinish), 'goal')) as GoalLine[];
}

export async function goalsOf(platform: Platform, talk: TalkRecord): Promise<GoalLine[]> {
  const { goalsAtFinish } = talk;
  return goalsAtFinish ? openGoals(platform, { ...talk, goalsAtFinish }) : goalsNow(platform, talk);
}

async function goalsNow(platform: Platform, talk: TalkRecord): Promise<GoalLine[]> {
  return listGoalLines(platform, talk, await readLastHeld(platform, talk.tenantId, talk));
}
