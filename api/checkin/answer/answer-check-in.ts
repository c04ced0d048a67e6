/** Answers the check-in that is open, or changes one's answer; with it goes the day of the next one. Either of the two, each for themselves. */
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { dayOf } from '#api/reminder/rules/hours.ts';
import type { CheckInAnswer, CheckIns, How, Need, Weeks } from './contract.ts';
import { closedFor, keepAnswers, type Which } from './keep-answers.ts';
import { describeCheckIns, readAgain, readCheckInAccess, scopeOf } from './read-check-ins.ts';
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
  const view = await describeCheckIns(platform, access);
  const kept = mineIn(view)?.text ?? null;
  const text = said.text === undefined ? kept : said.text;
  const full = { how: said.how, need: said.need, weeks: said.weeks, text };
  // The same press again, or its answer was lost: nothing new is said, whatever the version.
  if (isSaid(view, full)) return done(view);
  const own = answers.find((one) => one.day === day && one.side === side);
  const now = platform.clock.now();
  const next: StoredAnswer = {
    ...{ day, side, how: said.how, need: said.need, at: now },
    chosen: choose(answers, { day, side }, said.weeks, await todayOf(platform, actor), now),
    sealed: text === null ? null : await platform.seal.closeText(scopeOf(talk), text),
  };
  const written = await keepAnswers(platform, actor, access, version, [...answers.filter((one) => one !== own), next]);
  if (written.ok) return written;
  // Two presses at once: the other one has said it.
  const current = await readAgain(platform, actor, talkId);
  return isSaid(current, full) ? done(current) : written;
}

/** One's own answer to the check-in that is open. */
const mineIn = ({ open }: CheckIns): CheckInAnswer | undefined => open?.answers.find(({ mine }) => mine);

function isSaid(view: CheckIns, { how, need, weeks, text }: Required<Said>): boolean {
  const mine = mineIn(view);
  return mine !== undefined && mine.how === how && mine.need === need && mine.weeks === weeks && mine.text === text;
}

async function todayOf(platform: Platform, { tenantId, personId }: Person): Promise<string> {
  const person = await findPerson(platform, tenantId, personId);
  return dayOf(platform.clock.now(), person?.timeZone ?? 'Etc/UTC').toFormat('yyyy-MM-dd');
}
