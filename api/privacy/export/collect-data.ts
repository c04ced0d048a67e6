/**
 * Everything that Samtal keeps and that is this person's, in the order of the file: member by member, and of lists line by line, so that a file is
 * written while it is read and never in memory as a whole. Reads as the person, through the readers that their own pages have.
 */
import { listEveryTopic } from '#api/checkin/list-topics.ts';
import { listGoalsOf, listMyGoals } from '#api/development/goal/list-goals.ts';
import { findPerson, type KnownPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { readMyReminders } from '#api/reminder/choices/read-choices.ts';
import { listReminders } from '#api/reminder/list-reminders.ts';
import { readReach } from '#api/reminder/read-reach.ts';
import { listEmployeesOf } from '#api/talk/standing/list-employees.ts';
import { listOwnTalks } from '#api/talk/standing/list-own-talks.ts';
import { readMyWishes } from '#api/wish/read-wishes.ts';
import { listTold } from '../access-request/list-told.ts';
import { listOwnRefused } from '../access-log/list-own-accesses.ts';
import { exportFormat, exportVersion, type Exported } from './contract.ts';
import { describeOwnTalk } from './describe-own-talk.ts';
import { listTakenOver } from './list-taken-over.ts';
import { goalOf, topicOf } from './rules/lines.ts';
import type { Piece } from './rules/pieces.ts';
import { isOwnPlace, sideOf } from './rules/places.ts';

/** As which of the two in a talk somebody takes what is theirs. */
export type Sides = readonly ('employee' | 'manager')[];
export const bothSides: Sides = ['employee', 'manager'];

export type Reader = { language: Exported['language']; timeZone: string };

/** How a file speaks with somebody: as Samtal does otherwise. */
export function readerOf(known: KnownPerson | null): Reader {
  return { language: known?.language ?? 'en', timeZone: known?.timeZone ?? 'Etc/UTC' };
}

export async function* collectData(platform: Platform, actor: Person, sides: Sides): AsyncGenerator<Piece> {
  const known = await findPerson(platform, actor.tenantId, actor.personId);
  const reader = readerOf(known);
  yield { member: 'format', value: exportFormat };
  yield { member: 'version', value: exportVersion };
  yield { member: 'madeAt', value: platform.clock.now().toISOString() };
  yield { member: 'language', value: reader.language };
  yield { member: 'person', value: await personOf(platform, actor, known) };
  yield { member: 'wishes', value: await wishesOf(platform, actor) };
  yield { member: 'reminderChoices', value: await choicesOf(platform, actor) };
  yield { member: 'talks', lines: talksOf(platform, actor, reader, sides) };
  yield { member: 'goals', lines: goalsOf(platform, actor, sides) };
  yield { member: 'topics', lines: topicsOf(platform, actor, sides) };
  yield { member: 'reach', value: await readReach(platform, actor) };
  yield { member: 'refusedAccesses', lines: refusedOf(platform, actor) };
  yield { member: 'accessRequests', lines: accessRequestsOf(platform, actor, sides) };
  yield { member: 'reminders', lines: remindersOf(platform, actor) };
}

async function personOf(platform: Platform, actor: Person, known: KnownPerson | null): Promise<Exported['person']> {
  const manager = known?.managerId ? await findPerson(platform, actor.tenantId, known.managerId) : null;
  const { mail = null, jobTitle = '', department = '', office = '' } = known ?? {};
  return {
    ...{ personId: actor.personId, name: known?.name || actor.name, mail, jobTitle, department, office },
    ...{ manager: manager?.name ?? null, timeZone: readerOf(known).timeZone, isHr: actor.isHr },
  };
}

async function wishesOf(platform: Platform, actor: Person): Promise<Exported['wishes']> {
  const read = isOwnPlace('wishes', 'employee') ? await readMyWishes(platform, actor) : null;
  if (!read?.ok) return { weekly: [], days: [] };
  const { weekly, days } = read.value.wishes;
  return {
    weekly: weekly.map(({ kind, weekday, from, to }) => ({ kind, weekday, from, to })),
    days: days.map(({ from, to }) => ({ from, to })),
  };
}

async function choicesOf(platform: Platform, actor: Person): Promise<Exported['reminderChoices']> {
  const read = await readMyReminders(platform, actor);
  if (!read.ok) throw new Error('A person’s own choices were refused to them');
  const { first, off, from, to, weekdays, newsWaits } = read.value.choices;
  return { first, off: [...off], from, to, weekdays: [...weekdays], newsWaits };
}

async function* talksOf(platform: Platform, actor: Person, { language }: Reader, sides: Sides): AsyncGenerator<Exported['talks'][number]> {
  for await (const access of listOwnTalks(platform, actor)) {
    const side = sideOf[access.relation];
    if (!side || !sides.includes(side)) continue;
    const talk = await describeOwnTalk({ platform, actor, language, access });
    // Of one that was handed over long ago there may be nothing left.
    if (talk.as !== 'former-manager' || talk.privateNotes || talk.accesses) yield talk;
  }
  if (sides.includes('manager')) yield* listTakenOver(platform, actor);
}

async function* goalsOf(platform: Platform, actor: Person, sides: Sides): AsyncGenerator<Exported['goals'][number]> {
  const own = sides.includes('employee') && isOwnPlace('goals', 'employee') ? await listMyGoals(platform, actor) : null;
  if (own?.ok) for (const goal of own.value.goals) yield goalOf(own.value.employee.name, goal);
  if (!sides.includes('manager') || !isOwnPlace('goals', 'manager')) return;
  for (const employeeId of await listEmployeesOf(platform, actor)) {
    const read = await listGoalsOf(platform, actor, employeeId);
    // Only of whom one manages: what a manager's manager may read is nothing of theirs (row 13).
    if (!read.ok || read.value.manager?.id !== actor.personId) continue;
    for (const goal of read.value.goals) yield goalOf(read.value.employee.name, goal);
  }
}

async function* topicsOf(platform: Platform, actor: Person, sides: Sides): AsyncGenerator<Exported['topics'][number]> {
  const team = sides.includes('manager') && isOwnPlace('topics', 'manager') ? await listEmployeesOf(platform, actor) : [];
  const own = sides.includes('employee') && isOwnPlace('topics', 'employee') ? [actor.personId] : [];
  for (const employeeId of new Set([...own, ...team])) {
    const topics = await listEveryTopic(platform, actor, employeeId);
    const employee = topics.length > 0 ? await findPerson(platform, actor.tenantId, employeeId) : null;
    for (const topic of topics) yield topicOf(employee?.name ?? '', topic);
  }
}

async function* refusedOf(platform: Platform, actor: Person): AsyncGenerator<Exported['refusedAccesses'][number]> {
  yield* await listOwnRefused(platform, actor);
}

async function* remindersOf(platform: Platform, actor: Person): AsyncGenerator<Exported['reminders'][number]> {
  yield* await listReminders(platform, actor);
}

async function* accessRequestsOf(platform: Platform, actor: Person, sides: Sides): AsyncGenerator<Exported['accessRequests'][number]> {
  for (const told of await listTold(platform, actor)) {
    const side = told.about === 'me' ? 'employee' : 'manager';
    if (!sides.includes(side) || !isOwnPlace('accessRequests', side)) continue;
    const { about: concerns, status: stands, employee, askedBy, askedAt, answeredBy, answeredAt, until, openings } = told;
    yield { concerns, employee, askedBy, askedAt, stands, answeredBy, answeredAt, until, openings };
  }
}
