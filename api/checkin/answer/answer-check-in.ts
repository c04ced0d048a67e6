/** Answers the check-in that is open, or changes one's answer; with it goes the day of the next one. Either of the two, each for themselves. */
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { dayOf } from '#api/reminder/rules/hours.ts';
import type { CheckIns, How, Need, Weeks } from './contract.ts';
import { closedFor, keepAnswers, type Which } from './keep-answers.ts';
import { describeCheckIns, readCheckInAccess, scopeOf } from './read-check-ins.ts';
import { choose } from './rules.ts';
import type { StoredAnswer } from './store.ts';

/** `text` left out: what was written before stays. */
export type Said = { how: How; need: Need; weeks: Weeks; text?: string | null };

export async function answerCheckIn(
  platform: Platform,
  actor: Person,
  { talkId, day }: Which,
  said: Said,
  version: number,
): Promise<Result<CheckIns>> {
  const access = await readCheckInAccess(platform, actor, talkId);
  if (!access) return refuse('not-found');
  const refused = closedFor(platform, access, day, said.text ?? null);
  if (refused) return refused;
  const { talk, side, answers } = access;
  const own = answers.find((one) => one.day === day && one.side === side);
  const kept = own?.sealed ? await platform.seal.openText(scopeOf(talk), own.sealed) : null;
  const text = said.text === undefined ? kept : said.text;
  // The same press again, or its answer was lost: nothing new is said, whatever the version.
  if (own && own.how === said.how && own.need === said.need && own.chosen.weeks === said.weeks && kept === text)
    return done(await describeCheckIns(platform, access));
  const now = platform.clock.now();
  const timeZone = (await findPerson(platform, actor.tenantId, actor.personId))?.timeZone ?? 'Etc/UTC';
  const today = dayOf(now, timeZone).toISODate() ?? now.toISOString().slice(0, 10);
  const sealed = text === null ? null : kept === text && own ? own.sealed : await platform.seal.closeText(scopeOf(talk), text);
  const next: StoredAnswer = {
    ...{ day, side, how: said.how, need: said.need, sealed },
    ...{ chosen: choose(answers, { day, side }, said.weeks, today, now), at: now },
  };
  return keepAnswers(platform, actor, access, version, [...answers.filter((one) => one !== own), next]);
}
