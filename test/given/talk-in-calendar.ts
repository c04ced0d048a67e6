/** A talk and its event as its manager has them: in Samtal, and in Outlook. Waits until the two have come to what a story expects. */
import { listTeamTalks, readTalk, answerAttention, type AttentionChoice, type Talk } from '#api/talk/contract.ts';
import { lookEveryMs } from '#api/talk/mailbox/rules/watching.ts';
import type { CalendarEvent } from '#infra/local/m365/host/desk-api/desk-types.ts';
import type { GivenSamtal } from './samtal.ts';
import { until } from './until.ts';

/** @param manager who holds the talk; @param talkId which one */
export function talkInCalendar(samtal: GivenSamtal, manager: string, talkId: string) {
  const read = (who = manager): Promise<Talk> => samtal.as(who).must(readTalk, { params: { talkId } });
  /** Samtal's events name the talk in their link. */
  const events = async (who = manager): Promise<CalendarEvent[]> =>
    (await samtal.desk.calendar(who, farSpan)).filter(({ html, isCancelled }) => html.includes(talkId) && !isCancelled);
  const event = async (): Promise<CalendarEvent> => {
    const [one, more] = await events();
    if (!one || more) throw new Error(`There are ${more ? 'several events' : 'no events'} of the talk`);
    return one;
  };
  /** So many days later than now, or some hours more, where both are free. */
  const freeTime = async (days: number): Promise<{ start: string; end: string }> => {
    const { start, end } = await event();
    const { employee } = await read();
    for (let hours = 24 * days; ; hours += 1) {
      const later = (at: string): string => new Date(new Date(at).getTime() + hours * 3_600_000).toISOString();
      const time = { start: later(start), end: later(end) };
      const there = await Promise.all([manager, employee.id].map((who) => samtal.desk.calendar(who, { from: time.start, to: time.end })));
      if (there.flat().length === 0) return time;
    }
  };
  return {
    talkId,
    read,
    events,
    event,
    /** The talk, as soon as it is so. */
    becomes: (is: (talk: Talk) => boolean, message: string): Promise<Talk> =>
      until(
        async () => {
          // The rest between two looks is over at once.
          await samtal.desk.clock.pass({ minutes: 0.05 });
          const talk = await read();
          return is(talk) ? talk : null;
        },
        { message, seen: () => samtal.desk.faults.list() },
      ),
    freeTime,
    /** The manager moves it in Outlook to such a time. */
    async move(days: number): Promise<{ start: string; end: string }> {
      const time = await freeTime(days);
      await samtal.desk.move(manager, (await event()).id, time);
      return time;
    },
    /** The employee answers the invitation. */
    async respond(employee: string, response: 'accept' | 'decline' | 'tentative'): Promise<void> {
      const [invitation] = await events(employee);
      await samtal.desk.respond(employee, invitation?.id ?? '', response);
    },
    cancel: async (): Promise<void> => void (await samtal.desk.cancel(manager, (await event()).id)),
    async answer(choice: AttentionChoice): Promise<Talk> {
      const { attention, version } = await read();
      if (!attention) throw new Error('The talk asks for nothing');
      return samtal.as(manager).must(answerAttention, { params: { talkId }, body: { kind: attention.kind, choice }, version });
    },
  };
}

const farSpan = { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' };
export type TalkInCalendar = ReturnType<typeof talkInCalendar>;

/** All talks that somebody holds. */
export async function talksHeldBy(samtal: GivenSamtal, manager: string): Promise<TalkInCalendar[]> {
  const { talks } = await samtal.as(manager).must(listTeamTalks);
  return talks.map(({ talkId }) => talkInCalendar(samtal, manager, talkId));
}

/** So much time passes that Samtal looks into every calendar by itself. */
export const quarterPasses = (samtal: GivenSamtal): Promise<Date> => samtal.desk.clock.pass({ minutes: lookEveryMs / 60_000 + 1 });
