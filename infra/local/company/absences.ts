/** When people are away: what their row says, and a few days off by chance. Away is away: nothing else is put into those days. */
import type { CompanyEvent } from '../m365/core/company-type.ts';
import { isPresent } from './series.ts';
import type { Absence, Member } from './people.ts';
import { chanceOf } from './seeded.ts';
import { weeks, wholeDays, type Span } from './time-grid.ts';

export type Placed = { organizer: string; span: Span; event: Omit<CompanyEvent, 'start' | 'end'> };

/** All absences of these people, as all-day events. */
export function absencesOf(members: Member[]): Placed[] {
  return members.filter(isPresent).flatMap((member) =>
    (member.absences.length > 0 ? member.absences : byChance(member)).map(({ subject, week, day, days, showAs }) => ({
      organizer: member.alias,
      span: wholeDays(member, week, day, days),
      event: { subject, showAs, isAllDay: true },
    })),
  );
}

function byChance({ alias, department }: Member): Absence[] {
  const chance = chanceOf(`away ${alias}`);
  const kind = chance.next();
  const week = chance.between(1, weeks - 1);
  if (kind < 0.12) return [{ subject: 'Holiday', week, day: 0, days: 5, showAs: 'oof' }];
  if (kind < 0.4) return [{ subject: 'Day off', week, day: chance.pick([0, 4]), days: 1, showAs: 'oof' }];
  if (department.startsWith('Sales') && kind < 0.75)
    return [0, 3, 6].map((later) => ({
      subject: chance.pick(['Customer visit Gothenburg', 'Customer visit Oslo', 'Customer visit Turku']),
      week: (week + later) % weeks,
      day: chance.between(1, 3),
      days: 1,
      showAs: 'busy',
    }));
  return [];
}
