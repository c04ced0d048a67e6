/**
 * Which reminders the clock makes of a talk: its facts and each person's hours and choices give instants, each with a key that can exist once.
 * What has become needless since is told by due.ts just before sending. Pure.
 */
import { DateTime } from 'luxon';
import type { Choices } from '../choices/contract.ts';
import { isOff } from '../choices/rules.ts';
import type { ClockKind } from '../contract.ts';
import { dayOf, nextOpen, wallClock } from './hours.ts';

export type SlotFacts = {
  talkId: string;
  employeeId: string;
  managerId: string;
  start: Date | null;
  prepareBy: Date | null;
  /** Since when the two know of this time: booked, or moved. What should have come before is left out. Null while it is not booked. */
  knownSince: Date | null;
  releasedAt: { employee: Date | null; manager: Date | null };
  startedAt: Date | null;
  finishedAt: Date | null;
  /** Whether HR lets people turn reminders of a signature off. */
  signingMayBeOff: boolean;
  /** Who has nothing left to do about the signing. */
  signedBy: string[];
  /** Whether one of the two has signed: only from then on a check-in can be answered. */
  anySignature: boolean;
  /** Since when the calendar asks for a decision, and which occasion it is. */
  attention: { since: Date; mark: string } | null;
  /** `due`: local day. `waits`: signed by both, and not settled. */
  agreements: { agreementId: string; ownerId: string; due: string; waits: boolean }[];
  /** Local day on which the two want to look at their agreements; null: none. */
  checkIn: string | null;
};

export type Whose = { timeZone: string; choices: Choices };
/** `at`: when it goes out, within the person's hours. `until`: from then on it is no use, and the next may say more. */
export type Slot = { key: string; kind: ClockKind; recipientId: string; at: Date; until: Date };

const dayMs = 86_400_000;
const hourMs = 3_600_000;
export const soonDays = 7;
export const dueDays = 2;
export const nowMinutes = 15;
/** Days before a check-in and before what was agreed is due, and how late either is still worth a word. */
export const checkInDays = 2;
export const agreementDays = 7;
export const lateDays = 7;
const signatureDays = [3, 10, 17, 24, 31, 38, 45];
/** After so many days nobody is reminded of a signature any more. */
const signatureDaysAtMost = 52;

/** All reminders of a talk, those that have passed as well, in no order. `of`: null for somebody who is not to be told. */
export function slotsOf(facts: SlotFacts, of: (personId: string) => Whose | null): Slot[] {
  return [facts.employeeId, facts.managerId].flatMap((recipientId) => {
    const whose = of(recipientId);
    if (!whose) return [];
    const wanted = [
      ...beforeTalk(facts, recipientId, whose),
      ...signatures(facts, recipientId, whose),
      ...agreements(facts, recipientId, whose),
      ...checkIns(facts, whose),
    ];
    return [...wanted, ...attention(facts, recipientId)].flatMap((one) => placed(one, facts, recipientId, whose));
  });
}

/** `mark` tells two reminders of one kind and talk apart. */
type Wanted = { kind: ClockKind; mark: string; at: Date; until: Date; /** At this instant or not at all. */ exact?: true };

function placed(
  { kind, mark, at, until, exact }: Wanted,
  { talkId }: SlotFacts,
  recipientId: string,
  { timeZone, choices }: Whose,
): Slot[] {
  if (isOff(kind, choices)) return [];
  const open = nextOpen(at, { ...choices, timeZone });
  if (!open || open >= until || (exact && open > at)) return [];
  return [{ key: `${talkId}:${kind}:${mark}:${recipientId}`, kind, recipientId, at: open, until }];
}

/** Which agreement a reminder is about, by its key; nothing for other kinds. */
export function agreementOf({ kind, key }: { kind: string; key: string }): { agreementId?: string } {
  const agreementId = kind === 'agreement-due' ? key.split(':')[2] : undefined;
  return agreementId === undefined ? {} : { agreementId };
}

function beforeTalk(facts: SlotFacts, personId: string, { timeZone, choices }: Whose): Wanted[] {
  const { start, prepareBy, knownSince, startedAt, employeeId } = facts;
  if (!start || !prepareBy || !knownSince || startedAt) return [];
  const isEmployee = personId === employeeId;
  const mine = isEmployee ? facts.releasedAt.employee : facts.releasedAt.manager;
  const theirs = isEmployee ? facts.releasedAt.manager : facts.releasedAt.employee;
  const morning = (of: Date, days: number): Date => wallClock(dayOf(of, timeZone, -days), choices.from).toJSDate();
  const due = prepareBy.toISOString();
  const all: Wanted[] = [
    { kind: 'talk-tomorrow', mark: start.toISOString(), at: morning(start, 1), until: start },
    { kind: 'talk-now', mark: start.toISOString(), at: new Date(start.getTime() - nowMinutes * 60_000), until: start, exact: true },
  ];
  if (!mine) {
    all.push({ kind: 'preparation-due', mark: `${dueDays}:${due}`, at: morning(prepareBy, dueDays), until: morning(prepareBy, 0) });
    // A manager has many talks: one reminder each is enough, and those of one day are told as one.
    if (isEmployee) {
      all.push({ kind: 'preparation-soon', mark: due, at: morning(prepareBy, soonDays), until: morning(prepareBy, dueDays) });
      all.push({ kind: 'preparation-due', mark: `0:${due}`, at: morning(prepareBy, 0), until: prepareBy });
    }
    if (theirs) all.push({ kind: 'other-released', mark: due, at: theirs, until: prepareBy });
  }
  return all.filter(({ kind, at }) => kind === 'other-released' || at > knownSince);
}

/** After three days, then weekly, seven times in all; from then on HR sees it as a count. Who wants fewer is first reminded after ten days, or never. */
function signatures({ finishedAt, signedBy, signingMayBeOff }: SlotFacts, personId: string, { choices }: Whose): Wanted[] {
  if (!finishedAt || signedBy.includes(personId)) return [];
  const wantsFewer = choices.off.includes('signing');
  if (wantsFewer && signingMayBeOff) return [];
  return (wantsFewer ? signatureDays.slice(1) : signatureDays).map((day): Wanted => ({
    kind: 'signature-due',
    mark: String(day),
    at: after(finishedAt, day),
    until: after(finishedAt, day + 7),
  }));
}

/** Whoever owns an agreement is told a week before its day, and on that day. */
function agreements({ agreements: all }: SlotFacts, personId: string, { timeZone, choices }: Whose): Wanted[] {
  return all
    .filter(({ ownerId, waits }) => waits && ownerId === personId)
    .flatMap(({ agreementId, due }) => {
      const morning = (days: number): Date => morningOf(due, days, { timeZone, choices });
      const mark = (days: number): string => `${agreementId}:${due}:${days}`;
      return [
        { kind: 'agreement-due' as const, mark: mark(agreementDays), at: morning(agreementDays), until: morning(0) },
        { kind: 'agreement-due' as const, mark: mark(0), at: morning(0), until: after(morning(0), lateDays) },
      ];
    });
}

/** Both are told two days before the day, so that they can find a time, and in the morning of it; nobody while it could not be answered. */
function checkIns({ finishedAt, anySignature, checkIn: day }: SlotFacts, whose: Whose): Wanted[] {
  if (!finishedAt || !anySignature || day === null) return [];
  const morning = (days: number): Date => morningOf(day, days, whose);
  const all: Wanted[] = [
    { kind: 'check-in-due', mark: `${day}:${checkInDays}`, at: morning(checkInDays), until: morning(0) },
    { kind: 'check-in-due', mark: `${day}:0`, at: morning(0), until: after(morning(0), lateDays) },
  ];
  // A day that was chosen when it was near already needs no reminder before it.
  return all.filter(({ at }) => at > finishedAt);
}

/** When the hours begin, so many days before a local day. */
function morningOf(day: string, daysBefore: number, { timeZone, choices }: Whose): Date {
  const [year, month, date] = day.split('-').map(Number);
  const noon = DateTime.fromObject({ year, month, day: date, hour: 12 }, { zone: timeZone });
  return wallClock(dayOf(noon.toJSDate(), timeZone, -daysBefore), choices.from).toJSDate();
}

/** The manager decides what the calendar asks: at once when it is noticed, and once more after three days. */
function attention({ attention: asked, managerId, startedAt }: SlotFacts, personId: string): Wanted[] {
  if (!asked || personId !== managerId || startedAt) return [];
  const { since, mark } = asked;
  return [0, 3].map((days) => ({
    kind: 'needs-attention',
    mark: `${mark}:${days}`,
    at: after(since, days),
    until: after(since, days === 0 ? 3 : 10),
  }));
}

const after = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs);

/** Those to write down now: due, and not past their use. */
export const dueSlots = (slots: Slot[], now: Date): Slot[] => slots.filter(({ at, until }) => at <= now && now < until);

/** A talk is looked at again at its next reminder, and at the latest after four hours, a day once little is to come: what changed meanwhile may call for one. */
const lookAgainMs = 4 * hourMs;
/** Little happens any more to a talk that both have signed, or that was held long ago. */
const lookSeldomMs = dayMs;

/** When to look at the talk next; null when nothing can come of it any more. */
export function lookNext(facts: SlotFacts, slots: Slot[], now: Date): Date | null {
  const ahead = slots.filter(({ at }) => at > now).map(({ at }) => at.getTime());
  const signed = new Set(facts.signedBy).size >= 2;
  // Held long ago and never signed: HR sees it as a count. Whoever signs or changes an agreement even later has it looked at again by that.
  const given = facts.finishedAt !== null && now > after(facts.finishedAt, signatureDaysAtMost);
  if ((signed || given) && ahead.length === 0 && !mayStillCome(facts, now)) return null;
  return new Date(Math.min(now.getTime() + (signed || given ? lookSeldomMs : lookAgainMs), ...ahead));
}

/**
 * Whether a reminder of a check-in or an agreement would be of use today or later (a day more for time zones), also of one that nobody would be
 * told of as things are: it is not signed or is settled, or the person has turned it off. Each of these can change.
 */
const mayStillCome = ({ checkIn, agreements: all }: SlotFacts, now: Date): boolean =>
  [...(checkIn === null ? [] : [checkIn]), ...all.map(({ due }) => due)].some(
    (day) => now < after(new Date(`${day}T12:00:00Z`), lateDays + 1),
  );
