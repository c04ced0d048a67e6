/** How a page says a single value of an export: days, times, hours, weekdays and marks in words, and what somebody wrote as it is. */
import type { Dates } from '#api/talk/summary-file/rules/dates.ts';
import type { Texts } from './texts/shape.ts';

export type Wording = {
  /** @param within what the value is a member of. @returns null for what is not one value: an object, or a list of them */
  of: (name: string, value: unknown, within?: object) => string | null;
};

const instants = [
  ...['start', 'end', 'prepareBy', 'startedAt', 'finishedAt', 'withdrawnAt', 'notesErasedAt', 'at', 'releasedAt'],
  ...['madeAt', 'savedAt', 'sharedAt', 'takenUpAt', 'feedAt', 'awayUntil', 'lookedAt', 'takenBackAt'],
  ...['firstAt', 'lastAt', 'handedOverAt', 'askedAt', 'answeredAt', 'until'],
];
const days = ['due', 'nextCheckIn', 'day'];

export function wordingOf(t: Texts, dates: Dates): Wording {
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  /** 1 Monday to 7 Sunday: 4 January 2027 is a Monday. */
  const names = new Intl.DateTimeFormat(t.locale, { weekday: 'long', timeZone: 'UTC' });
  const weekday = (day: number): string => names.format(new Date(Date.UTC(2027, 0, 3 + day)));
  const time = (text: string): string => (text.length === 10 ? dates.day(text) : dates.instant(new Date(text)));

  /** The words for what is one of a few marks, by the name of the member and what else is beside it. */
  const marks = (name: string, within: object): Record<string, string> | undefined => {
    const { words } = t;
    if (name === 'status') return 'cycle' in within ? words.talkStatus : words.agreementStatus;
    if (name === 'kind' && 'takenBackAt' in within) return words.passed;
    if (name === 'kind') return 'way' in within ? words.reminder : 'weekday' in within ? words.wish : words.entry;
    const byName: Record<string, Record<string, string>> = {
      ...{ as: words.as, side: words.side, state: words.state, visibility: words.visibility },
      ...{
        choice: words.choice,
        proposal: words.proposal,
        way: words.way,
        how: words.how,
        need: words.need,
        first: words.first,
        off: words.subject,
        item: words.item,
        concerns: words.concerns,
        stands: words.requestStatus,
        act: words.act,
        channel: words.channel,
      },
    };
    return byName[name];
  };

  const one = (name: string, value: unknown, within: object): string | null => {
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number') {
      if (name === 'from' || name === 'to') return clock(value);
      return name === 'weekday' || name === 'weekdays' ? weekday(value) : String(value);
    }
    if (typeof value !== 'string') return null;
    if (instants.includes(name) || days.includes(name) || name === 'from' || name === 'to') return time(value);
    return marks(name, within)?.[value] ?? value;
  };

  return {
    of(name, value, within = {}) {
      if (!Array.isArray(value)) return one(name, value, within);
      const said = value.map((part) => one(name, part, within));
      return said.every((part) => part !== null) ? said.join(', ') : null;
    },
  };
}
