/** A talk's time as a calendar file, in the reader's language. */
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { talkLinks } from '#api/reminder/rules/deep-link.ts';
import { readAccess } from '../read-access.ts';
import { plainWords } from './rules.ts';
import { calendarFile } from './rules/calendar-file.ts';

export async function readCalendarFile(platform: Platform, actor: Person, talkId: string): Promise<Result<string>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const { start, end, bookings } = access.talk;
  if (!start || !end) return refuse('talk-has-no-time');
  const { config, clock } = platform;
  const reader = (await findPeople(platform, actor.tenantId, [actor.personId])).get(actor.personId);
  const words = plainWords(reader?.language ?? 'en', talkLinks(config, talkId), config.eventSubject);
  return done(calendarFile({ talkId, version: bookings, start, end, ...words, at: clock.now() }));
}
