/** What a cycle keeps of its rounds as it changes: at its launch, when HR changes its days, and the draft of the round after it. Writes nothing itself. */
import { v5 } from 'uuid';
import { dueAt } from '#api/platform/db/due.ts';
import type { CycleSettings } from '../contract.ts';
import { lastDayOf } from '../rules/second-days.ts';
import { shifted } from '../rules/second-window.ts';
import { rulesOf } from '../rules/settings.ts';
import type { CycleRecord } from '../store.ts';
import {
  leastNoticeDays,
  localDay,
  nextName,
  nextRound,
  noticeInstant,
  offIn,
  startAfter,
  startDay,
  startInstant,
  withoutPast,
  type Days,
  type NextRound,
  type Off,
  type Pattern,
} from './rules/rounds.ts';
import type { RecurrenceRecord } from './store.ts';

/** Namespace of the ids of rounds (UUIDv5, RFC 9562). */
const namespace = '8d0f6d0a-3b1f-5c1e-9a57-6e2b8f1d4c33';
export const roundId = (tenantId: string, seriesId: string, number: number): string => v5(`${tenantId}/${seriesId}/${number}`, namespace);

type Round = Pick<CycleRecord, 'settings'> & { recurrence: RecurrenceRecord };
const offOf = ({ settings, recurrence }: Round): Off => offIn(rulesOf(settings), recurrence.zone);

const daysOf = ({ settings }: Round): Days => ({ ...settings, lastDay: lastDayOf(settings) });

/** HR's own day is what the pattern counts from when it is not the one that was proposed. */
const patternOf = ({ settings: { windowFrom }, recurrence: { every, anchor, steps, proposedFrom } }: Round): Pattern =>
  windowFrom === proposedFrom ? { every, anchor, steps } : { every, anchor: windowFrom, steps: 0 };

/** The round after this one. @param earliestStart see `nextRound` */
export const roundAfter = (round: Round, earliestStart?: string): NextRound =>
  nextRound(patternOf(round), daysOf(round), offOf(round), earliestStart);

/** The recurrence with the mark of the next round, counted from the cycle's present window and never into the past. */
export function withNext(round: Round, now: Date): RecurrenceRecord {
  const { settings, recurrence } = round;
  const today = localDay(now, recurrence.zone);
  const pattern = withoutPast(patternOf(round), daysOf(round), offOf(round), today);
  const kept = { ...recurrence, anchor: pattern.anchor, steps: pattern.steps, proposedFrom: settings.windowFrom };
  const { startsOn } = roundAfter({ settings, recurrence: kept });
  return { ...kept, nextDue: dueAt(noticeInstant(startsOn, kept.zone)), nextId: null };
}

/** What a launch writes beside itself: nothing for a cycle that comes once. */
export function recurrenceAtLaunch(cycle: CycleRecord, launchedBy: string, now: Date): Partial<Pick<CycleRecord, 'recurrence'>> {
  const { settings, recurrence } = cycle;
  if (!recurrence) return {};
  const launched = { ...recurrence, ownerId: launchedBy, startDue: null, waiting: null };
  if (recurrence.decided?.what === 'stop') return { recurrence: { ...launched, nextDue: null } };
  return { recurrence: withNext({ settings, recurrence: { ...launched, decided: null } }, now) };
}

/** What a change of the settings writes beside them: a round that starts by itself starts when its days now say so. */
export function recurrenceAfterChange(cycle: CycleRecord, now: Date): Partial<Pick<CycleRecord, 'recurrence'>> {
  const { settings, recurrence } = cycle;
  if (!recurrence || recurrence.startsOn === null) return {};
  const off = offOf({ settings, recurrence });
  const startsOn = startAfter(localDay(now, recurrence.zone), startDay(settings, off), off);
  const changed = { ...recurrence, startsOn, waiting: null };
  if (recurrence.decided?.what === 'stop') return { recurrence: changed };
  // What comes after a skipped round follows its days; a round that waited for HR starts again by itself.
  if (recurrence.decided?.what === 'skip') return { recurrence: withNext({ settings, recurrence: changed }, now) };
  return { recurrence: { ...changed, decided: null, startDue: dueAt(startInstant(startsOn, recurrence.zone)) } };
}

/** The second window comes again as well, as far from the first. */
function rulesAfter({ rules, windowFrom }: CycleSettings, today: string, nextFrom: string): Pick<CycleSettings, 'rules'> {
  if (!rules) return {};
  const { secondWindow } = rules;
  const second = secondWindow ? { secondWindow: shifted(secondWindow, windowFrom, nextFrom) } : {};
  return { rules: { ...rules, ...second, daysOff: rules.daysOff.filter(({ day }) => day >= today) } };
}

/** The draft of the round after `last`: the same choice of people, template and rules; days of a calendar file that have passed are left out. */
export function draftAfter(last: CycleRecord & Round, now: Date): CycleRecord {
  const { tenantId, settings, recurrence } = last;
  const today = localDay(now, recurrence.zone);
  const next = roundAfter(last, localDay(now, recurrence.zone, leastNoticeDays));
  const isSkipped = last.launchedAt === null;
  return {
    _id: roundId(tenantId, recurrence.seriesId, recurrence.number + 1),
    tenantId,
    createdAt: now,
    createdBy: recurrence.ownerId,
    settings: {
      ...settings,
      name: nextName(settings.name, settings.windowFrom, next.windowFrom),
      windowFrom: next.windowFrom,
      windowTo: next.windowTo,
      ...rulesAfter(settings, today, next.windowFrom),
    },
    plan: null,
    launchedAt: null,
    launchedBy: null,
    launchDue: null,
    talksCreatedAt: null,
    recurrence: {
      ...recurrence,
      number: recurrence.number + 1,
      anchor: patternOf(last).anchor,
      steps: next.steps,
      proposedFrom: next.windowFrom,
      nextDue: null,
      nextId: null,
      previousId: isSkipped ? recurrence.previousId : last._id,
      startsOn: next.startsOn,
      startDue: dueAt(startInstant(next.startsOn, recurrence.zone)),
      decided: null,
      waiting: null,
    },
    version: 1,
  };
}
