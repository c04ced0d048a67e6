/** A launched cycle that is to be planned again, for tests of rules: four weeks of February 2027 in Stockholm, from Monday 1 February at nine. */
import { usualRules } from '#api/cycle/rules/usual-rules.ts';
import type { AgainInput } from '#api/cycle/replan/rules/judge.ts';
import type { CycleSettings } from '#api/cycle/contract.ts';
import type { OpenTalk, Span } from '#api/talk/replan/contract.ts';

const hour = 3_600_000;

/** `10 09:00`: an hour on a day of February. */
export function februaryAt(said: string, hours = 1): Span {
  const [day = '1', clock = '00:00'] = said.split(' ');
  const start = new Date(`2027-02-${day.padStart(2, '0')}T${clock}:00+01:00`);
  return { start, end: new Date(start.getTime() + hours * hour) };
}

export const februarySettings: CycleSettings = {
  ...{ name: 'Talks', templateId: 'development-talk', departments: [], windowFrom: '2027-02-01', windowTo: '2027-02-26' },
  ...{ prepareDays: 0, lengthMinutes: 60, bufferMinutes: 0, maxPerDay: 3, releaseRule: 'both-released', rules: usualRules },
};

/** Of Maja's, at this time or without one. */
export const openTalk = (employeeId: string, at: string | null, part: Partial<OpenTalk> = {}): OpenTalk => ({
  ...{ talkId: `t-${employeeId}`, employeeId, managerId: 'maja', time: at === null ? null : februaryAt(at), lengthMinutes: 60 },
  ...{ hasStarted: false, isBeingWritten: false, isMovedByThem: false, ...part },
});

type Said = Partial<Omit<AgainInput, 'calendars' | 'wish'>> & {
  wish?: Partial<AgainInput['wish']>;
  /** What is in calendars beside the talks; null: it cannot be read. */
  busy?: Record<string, Span[] | null>;
};

export function againInput({ open = [], busy = {}, wish = {}, ...said }: Said): AgainInput {
  const ids = [...new Set(open.flatMap(({ employeeId, managerId }) => [employeeId, managerId]))];
  const person = (personId: string) => ({ personId, managerId: 'maja', enabled: true, hasMailbox: true, timeZone: 'Europe/Stockholm' });
  const calendar = (spans: Span[]) => ({ timeZone: 'Europe/Stockholm', work: { days: [1, 2, 3, 4, 5], from: 480, to: 1020 }, busy: spans });
  return {
    ...{ open, soon: [], wishes: new Map(), settings: februarySettings, before: februarySettings, zone: 'Europe/Stockholm' },
    people: new Map(ids.map((id) => [id, person(id)])),
    calendars: new Map(ids.map((id) => [id, busy[id] === null ? null : calendar(busy[id] ?? [])])),
    wish: { away: [], keepMoved: true, stay: [], ...wish },
    launchedAt: februaryAt('1 00:00').start,
    first: februaryAt('3 00:00').start,
    ...said,
  };
}
