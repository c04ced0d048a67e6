/**
 * Makes a person the file with everything of theirs, a few times an hour: reading all of it costs, and somebody at an open computer should not carry
 * away another file with each press. Keeps no copy, and logs neither that nor what.
 */
import { findPerson } from '#api/people/find-people.ts';
import { takeTurn } from '#api/platform/db/turns.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { bothSides, collectData, readerOf, type Sides } from './collect-data.ts';
import { filesAnHour } from './contract.ts';
import { pageOf } from './rules/page.ts';
import { jsonOf } from './rules/pieces.ts';

type File = Result<AsyncIterable<string>>;

/** @param sides as which of the two in a talk: a leaver is given what is theirs as an employee */
export async function exportJson(platform: Platform, actor: Person, sides: Sides = bothSides): Promise<File> {
  return (await mayGoOn(platform, actor)) ? done(jsonOf(collectData(platform, actor, sides))) : tooOften;
}

export async function exportPage(platform: Platform, actor: Person, sides: Sides = bothSides): Promise<File> {
  if (!(await mayGoOn(platform, actor))) return tooOften;
  const reader = readerOf(await findPerson(platform, actor.tenantId, actor.personId));
  return done(pageOf(collectData(platform, actor, sides), reader));
}

const tooOften = refuse('exported-often', { limit: filesAnHour });

/** Counted over all instances, under a mark that does not say whose it is. */
async function mayGoOn(platform: Platform, { tenantId, personId }: Person): Promise<boolean> {
  const mark = await platform.seal.markOf({ tenantId, talkId: 'exports', authorId: 'marks' }, personId);
  const wish = { most: filesAnHour, perMs: 3_600_000, withinMs: 0, now: platform.clock.now() };
  return 'at' in (await takeTurn(platform.db, { name: `${tenantId}/exports/${mark}`, ...wish }));
}
