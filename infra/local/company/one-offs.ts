/** What comes once: the dentist, a supplier, an interview. Fills calendars to the share that is meant, leaving openings in the very full ones. */
import { isPresent } from './series.ts';
import type { Member } from './people.ts';
import type { Placed } from './absences.ts';
import { chanceOf, type Chance } from './seeded.ts';
import { inWeek, weeks, workOn, type Diary, type Span } from './time-grid.ts';

const subjects: Record<string, string[]> = {
  Workshop: ['Wood delivery', 'Production figures', 'Complaint: crack in a bell', 'Supplier call', 'Tool order', 'Shift planning'],
  'Sales and Care': ['Orchestra call', 'Quote', 'Delivery problem', 'Price list', 'School rental plan', 'Visit of a dealer'],
  'Design and Acoustics': ['Drawing check', 'Listening session', 'Prototype', 'Patent call', 'Measurement'],
  'People and Finance': ['Budget', 'Interview', 'Board papers', 'Auditor', 'Insurance', 'Salary figures'],
};
const otherwise = ['Planning', 'Call', 'Interview'];
/** From this share on, a calendar is too full for all talks: it keeps only its openings. */
export const veryFull = 0.9;
/** Of 90 minutes: a talk of an hour with a quarter before and after it. */
const openings: { day: number; fromEnd: number }[] = [
  { day: 1, fromEnd: 6 },
  { day: 3, fromEnd: 9 },
];

/** Puts one-off events into free quarters of the diary, which it fills. */
export function oneOffsOf(members: Member[], diary: Diary): Placed[] {
  const present = members.filter(isPresent);
  const isManager = ({ alias }: Member): boolean => present.some(({ manager }) => manager === alias);
  return present.flatMap((member) => {
    const chance = chanceOf(`once ${member.alias}`);
    const share = member.busyShare ?? (isManager(member) ? 0.46 + chance.next() * 0.08 : 0.22 + chance.next() * 0.12);
    return [
      ...appointments(member, diary, chance),
      ...Array.from({ length: weeks }, (_, week) => fill(member, week, share, diary, chance)).flat(),
    ];
  });
}

/** Private appointments, some people's. */
function appointments(member: Member, diary: Diary, chance: Chance): Placed[] {
  if (chance.next() > 0.3) return [];
  const subject = chance.pick(['Dentist', 'Doctor', 'Parents at school', 'Car service']);
  const span = freeSpan(member, chance.between(0, weeks - 1), 4, diary, chance, []);
  return span ? [put(member, span, { subject, showAs: 'busy', isPrivate: true }, diary)] : [];
}

function fill(member: Member, week: number, share: number, diary: Diary, chance: Chance): Placed[] {
  const days = workingDays(member, week);
  const quarters = days.reduce((sum, { from, to }) => sum + to - from, 0);
  const taken = (): number => days.reduce((sum, day) => sum + diary.count(member.alias, day), 0);
  const kept = share >= veryFull ? openings.flatMap(({ day, fromEnd }) => opening(member, week, day, fromEnd)) : [];
  const placed: Placed[] = [];
  for (const length of [
    ...Array.from({ length: 24 }, () => chance.pick([2, 2, 4, 4, 6])),
    ...(kept.length > 0 ? [4, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2, 2, 2] : []),
  ]) {
    if (taken() + length > quarters * share) continue;
    const span = freeSpan(member, week, length, diary, chance, kept);
    const subject = chance.pick(subjects[member.department] ?? otherwise);
    const showAs = chance.next() < 0.08 && kept.length === 0 ? 'tentative' : 'busy';
    if (span) placed.push(put(member, span, { subject, showAs }, diary));
  }
  return placed;
}

const workingDays = (member: Member, week: number): Span[] =>
  [0, 1, 2, 3, 4, 5, 6].flatMap((day) => {
    const span = workOn(member, day);
    return span ? [inWeek(span, week)] : [];
  });

function opening(member: Member, week: number, day: number, fromEnd: number): Span[] {
  const work = workOn(member, day);
  return work ? [inWeek({ from: work.to - fromEnd, to: work.to - fromEnd + 6 }, week)] : [];
}

function freeSpan(member: Member, week: number, quarters: number, diary: Diary, chance: Chance, kept: Span[]): Span | null {
  const starts = workingDays(member, week).flatMap(({ from, to }) =>
    Array.from({ length: Math.max(0, to - from - quarters + 1) }, (_, at) => from + at).filter(
      (start) => start % 2 === 0 || kept.length > 0,
    ),
  );
  const able = starts.filter((from) => {
    const to = from + quarters;
    return diary.isFree(member.alias, { from, to }) && kept.every((span) => to <= span.from || from >= span.to);
  });
  if (able.length === 0) return null;
  const from = chance.pick(able);
  return { from, to: from + quarters };
}

function put({ alias }: Member, span: Span, event: Placed['event'], diary: Diary): Placed {
  diary.take(alias, span);
  return { organizer: alias, span, event };
}
