/** Takes one's own answer to the open check-in back. What it said about the next day goes with it; without an answer nothing happens. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { CheckIns } from './contract.ts';
import { closedFor, keepAnswers, type Which } from './keep-answers.ts';
import { describeCheckIns, readCheckInAccess } from './read-check-ins.ts';

export async function withdrawAnswer(
  platform: Platform,
  actor: Person,
  { talkId, day }: Which,
  version: number,
): Promise<Result<CheckIns>> {
  const access = await readCheckInAccess(platform, actor, talkId);
  if (!access) return refuse('not-found');
  const { side, answers } = access;
  const closed = closedFor(platform, access, day, null);
  if (closed) return closed;
  const others = answers.filter((one) => one.day !== day || one.side !== side);
  if (others.length === answers.length) return done(await describeCheckIns(platform, access));
  return keepAnswers(platform, actor, access, version, others);
}
