/**
 * Counts one person's two answers, once per talk. The mark comes first: if Samtal dies between the two writes an answer is missing from the counts,
 * and never one counted twice.
 */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readAccess } from '#api/talk/read-access.ts';
import type { Heard, Replies } from './contract.ts';
import { describeHeard, markOfAnswer, markOfPerson } from './read-heard.ts';
import { quarterOf } from './rules.ts';
import { addMark, addToCounts, dropMark, type Place } from './store.ts';

export async function answerQuestions(platform: Platform, actor: Person, talkId: string, replies: Replies): Promise<Result<Heard>> {
  const access = await readAccess(platform, actor, talkId, 'felt-heard');
  if (!access?.side) return refuse('not-found');
  const { side, facts, relation, policy, talk } = access;
  if (!facts.signed.includes(side) || !mayAccess('felt-heard', 'write', relation, policy)) return refuse('not-found');
  const quarter = quarterOf(platform.clock.now());
  const place: Place = { tenantId: actor.tenantId, quarter, side, department: talk.department };
  const mark = await markOfAnswer(platform, actor, talkId);
  if (await addMark(platform.db, actor.tenantId, mark)) await countOnce(platform, actor, place, replies, mark);
  return done(await describeHeard(platform, actor, access));
}

/** Takes back the marks of what could not be counted, so that it can be tried again. */
async function countOnce(platform: Platform, actor: Person, place: Place, replies: Replies, mark: string): Promise<void> {
  const { db } = platform;
  const person = await markOfPerson(platform, actor, place.quarter, place.side);
  const isNew = await addMark(db, actor.tenantId, person);
  try {
    await addToCounts(db, place, replies, isNew ? 1 : 0);
  } catch (error) {
    await Promise.all([dropMark(db, mark), isNew ? dropMark(db, person) : null]);
    throw error;
  }
}
