/** What comes back week after week: lunch, team meetings, one-to-ones, projects, time to think. Says what and how often; calendars.ts finds when. */
import type { CompanyEvent } from '../m365/core/company-type.ts';
import type { Member } from './people.ts';
import { chanceOf } from './seeded.ts';
import { workOn } from './time-grid.ts';

export type Series = {
  subject: string;
  /** Aliases. */
  organizer: string;
  attendees: string[];
  quarters: number;
  /** In weeks: 1 is weekly, 2 fortnightly. `first` says in which week it begins. */
  every: number;
  first: number;
  /** The first that everybody can is taken, each at the organizer's own clock; any time that suits when it is left out or none suits. */
  wanted?: { day: number; clock: string }[];
  more?: Partial<CompanyEvent>;
};

/** People who can be invited: an account, a mailbox. */
export const isPresent = ({ enabled, hasMailbox }: Member): boolean => enabled && hasMailbox;

/** Everything that a company of these people would have in its calendars, those that bind most people first. */
export function usualSeries(members: Member[]): Series[] {
  const present = members.filter(isPresent);
  const reportsOf = (alias: string): Member[] => present.filter(({ manager }) => manager === alias);
  const managers = present.filter(({ alias }) => reportsOf(alias).length > 0);
  return [
    ...present.flatMap((member) => lunch(member, managers.includes(member))),
    ...present.filter(({ manager }) => manager === null).map((chief) => allTogether(chief, present)),
    ...managers.map((manager) => teamMeeting(manager, reportsOf(manager.alias))),
    ...managers.flatMap((manager) => reportsOf(manager.alias).map((report, at) => oneToOne(manager, report, at))),
    ...present.flatMap((member) => timeToThink(member)),
  ];
}

/** Managers protect theirs in the calendar; of the others only some. */
function lunch(member: Member, isManager: boolean): Series[] {
  const { alias, work } = member;
  if (!isManager && chanceOf(`lunch ${alias}`).next() > 0.35) return [];
  const clock = work.from < '08:00' ? '11:30' : '12:00';
  const common = { subject: 'Lunch', organizer: alias, attendees: [], quarters: 3, every: 1, first: 0 };
  return [0, 1, 2, 3, 4].filter((day) => workOn(member, day)).map((day) => ({ ...common, wanted: [{ day, clock }] }));
}

const allTogether = ({ alias }: Member, everybody: Member[]): Series => ({
  subject: 'All together: news and questions',
  organizer: alias,
  attendees: everybody.map((member) => member.alias).filter((other) => other !== alias),
  quarters: 3,
  every: 4,
  first: 1,
  wanted: [{ day: 3, clock: '13:00' }],
  more: { isOnlineMeeting: true, location: 'The yard' },
});

const teamMeeting = (manager: Member, reports: Member[]): Series => ({
  subject: manager.manager === null ? 'Leadership team' : `Week ahead: ${manager.jobTitle.split(', ')[1] ?? manager.department}`,
  organizer: manager.alias,
  attendees: reports.map(({ alias }) => alias),
  quarters: manager.manager === null ? 6 : 4,
  every: 1,
  first: 0,
  wanted: [
    { day: 0, clock: '09:00' },
    { day: 0, clock: '10:30' },
    { day: 1, clock: '08:30' },
  ],
});

const oneToOne = (manager: Member, report: Member, at: number): Series => ({
  subject: `${manager.givenName} / ${report.givenName}`,
  organizer: manager.alias,
  attendees: [report.alias],
  quarters: 2,
  every: 2,
  first: at % 2,
  more: { isOnlineMeeting: manager.office !== report.office },
});

function timeToThink({ alias }: Member): Series[] {
  const chance = chanceOf(`focus ${alias}`);
  const focus: Series = { subject: 'Focus time', organizer: alias, attendees: [], quarters: 8, every: 1, first: 0 };
  const course = chance.pick(['Fire and first aid round', 'Swedish course', 'Choir', 'Mentoring']);
  return [
    ...(chance.next() < 0.6 ? [focus] : []),
    ...(chance.next() < 0.3
      ? [{ ...focus, subject: course, quarters: 4, every: 2, first: chance.between(0, 1), more: { showAs: 'tentative' as const } }]
      : []),
  ];
}
