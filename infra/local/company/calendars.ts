/** Joins absences, series and one-off events into calendars in which nobody is in two places: each event is tried against everyone it takes. */
import type { CompanyEvent } from '../m365/core/company-type.ts';
import { absencesOf, type Placed } from './absences.ts';
import { oneOffsOf } from './one-offs.ts';
import { personId, type Member } from './people.ts';
import { chanceOf } from './seeded.ts';
import { usualSeries, type Series } from './series.ts';
import { inWeek, openDiary, quartersPerDay, spanAt, wallTimes, weeks, workOn, type Diary, type Span } from './time-grid.ts';

type Cast = Map<string, Member>;

/** Ten weeks of events, by the alias of who organises them. `fixed` are series of this company alone; they are placed first. */
export function calendarsOf(members: Member[], tenantId: string, dates: string[], fixed: Series[]): (alias: string) => CompanyEvent[] {
  const cast: Cast = new Map(members.map((member) => [member.alias, member]));
  const absences = absencesOf(members);
  const diary = openDiary();
  for (const { organizer, span } of absences) diary.take(organizer, span);
  const series = [...fixed, ...usualSeries(members)].flatMap(placer(cast)).flatMap((placed) => attended(placed, diary));
  for (const { organizer, span, event } of series) for (const alias of [organizer, ...(event.attendeeIds ?? [])]) diary.take(alias, span);
  const all = [...absences, ...series, ...oneOffsOf(members, diary)].sort((a, b) => a.span.from - b.span.from);
  return (alias) => all.filter(({ organizer }) => organizer === alias).map((placed) => eventOf(placed, cast, tenantId, dates));
}

/** Finds one time for each series that holds in all its weeks, as if nobody were ever away, and gives every occurrence. */
function placer(cast: Cast): (series: Series) => Placed[] {
  const habits = openDiary();
  return (series) => {
    const { organizer, attendees, every, first } = series;
    const host = cast.get(organizer);
    if (!host) throw new Error(`${organizer} is not in the cast`);
    const guests = attendees.flatMap((alias) => cast.get(alias) ?? []);
    const held = Array.from({ length: weeks }, (_, week) => week).filter((week) => week >= first && (week - first) % every === 0);
    const isFree = ({ alias }: Member, span: Span): boolean => held.every((week) => habits.isFree(alias, inWeek(span, week)));
    const able = (span: Span): Member[] => guests.filter((guest) => works(guest, span));
    const holds = (span: Span): boolean => works(host, span) && [host, ...able(span)].every((person) => isFree(person, span));
    const suitsAll = (span: Span): boolean => holds(span) && able(span).length === guests.length;
    const suitsSome = (span: Span): boolean => holds(span) && able(span).length > 0;
    const { wanted, anywhere } = candidates(series, host);
    const span = wanted.find(suitsAll) ?? wanted.find(suitsSome) ?? anywhere.find(suitsAll) ?? anywhere.find(suitsSome);
    if (!span) return [];
    for (const { alias } of [host, ...able(span)]) for (const week of held) habits.take(alias, inWeek(span, week));
    const event = { subject: series.subject, showAs: 'busy' as const, ...series.more, attendeeIds: able(span).map(({ alias }) => alias) };
    return held.map((week) => ({ organizer, span: inWeek(span, week), event }));
  };
}

/** Times of the first week: those wanted, and whole and half hours in an order that differs from series to series. */
function candidates({ organizer, subject, quarters, wanted = [] }: Series, host: Member): { wanted: Span[]; anywhere: Span[] } {
  const halfHours = [0, 1, 2, 3, 4].flatMap((day) => {
    const work = workOn(host, day) ?? { from: 0, to: 0 };
    return Array.from({ length: (work.to - work.from) / 2 }, (_, at) => ({ from: work.from + at * 2, to: work.from + at * 2 + quarters }));
  });
  return {
    wanted: wanted.map(({ day, clock }) => spanAt(host, day, clock, quarters)),
    anywhere: chanceOf(`${organizer} ${subject}`).shuffle(halfHours),
  };
}

function works(person: Member, { from, to }: Span): boolean {
  const work = workOn(person, Math.floor(from / quartersPerDay));
  return work !== null && from >= work.from && to <= work.to;
}

/** Takes those out who are away; an occurrence whose host is away, or that nobody else could come to, is not held. */
function attended({ organizer, span, event }: Placed, away: Diary): Placed[] {
  const { attendeeIds = [] } = event;
  const coming = attendeeIds.filter((alias) => away.isFree(alias, span));
  if (!away.isFree(organizer, span) || (attendeeIds.length > 0 && coming.length === 0)) return [];
  return [{ organizer, span, event: { ...event, attendeeIds: coming } }];
}

function eventOf({ organizer, span, event }: Placed, cast: Cast, tenantId: string, dates: string[]): CompanyEvent {
  const host = cast.get(organizer);
  if (!host) throw new Error(`${organizer} is not in the cast`);
  const { attendeeIds = [], ...said } = event;
  const invited = attendeeIds.length > 0 ? { attendeeIds: attendeeIds.map((alias) => personId(tenantId, alias)) } : {};
  return { ...said, ...wallTimes(dates, host, span), ...invited };
}
