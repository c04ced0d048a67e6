/** HR launches a cycle: what the plan promised stands in everybody's calendar, once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listTeamTalks } from '#api/talk/contract.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';

let samtal: GivenSamtal;
let launched: LaunchedCycle;

beforeAll(async () => {
  samtal = await givenSamtal();
  launched = await givenLaunchedCycle(samtal);
});
afterAll(() => samtal?.stop());

/** Meetings of these two alone, in the calendar of one of them. */
const sharedBy = async (who: string, other: string): Promise<{ start: string; end: string; joinUrl: string | undefined }[]> => {
  const { address } = samtal.find(other);
  const events = await samtal.desk.calendar(who);
  return events
    .filter(({ isPrivate, isOrganizer, organizer, attendees }) => {
      const others = isOrganizer ? attendees.map((attendee) => attendee.address) : [samtal.find(organizer.id).address];
      return isPrivate && others.includes(address);
    })
    .map(({ start, end, meeting }) => ({ start, end, joinUrl: meeting?.joinUrl }));
};

type Span = { start: string; end: string };
const overlaps = (one: Span, other: Span): boolean =>
  new Date(one.start) < new Date(other.end) && new Date(other.start) < new Date(one.end);

it('HR launches a cycle and every talk is booked exactly once in both calendars', async () => {
  const { cycle } = launched;
  const placed = cycle.plan?.placed ?? [];
  expect(placed).toHaveLength(7);
  expect(cycle.plan?.unplaced.map(({ employee, reason }) => [employee.name, reason])).toEqual([['Vera Strand', 'no-manager']]);
  expect(cycle.progress).toMatchObject({ talks: 7, toBook: 7, booked: 7 });
  for (const { employee, manager, start, end } of placed) {
    const talk = await launched.talkOf(employee.id);
    expect(talk).toMatchObject({ booking: 'booked', manager: { id: manager.id }, status: 'planned' });
    expect(talk.joinUrl).toEqual(expect.stringMatching(/^https:/));
    const expected = [{ start: new Date(start).getTime(), end: new Date(end).getTime(), joinUrl: talk.joinUrl }];
    for (const [who, other] of [
      [employee.id, manager.id],
      [manager.id, employee.id],
    ] as const) {
      const found = await sharedBy(who, other);
      expect(found.map((event) => ({ ...event, start: new Date(event.start).getTime(), end: new Date(event.end).getTime() }))).toEqual(
        expected,
      );
    }
  }
});

it('No talk lies on top of anything that was in a calendar before', async () => {
  for (const { employee, manager, start, end } of launched.cycle.plan?.placed ?? []) {
    for (const who of [employee.id, manager.id]) {
      const there = (await samtal.desk.calendar(who, { from: start, to: end })).filter((event) => overlaps(event, { start, end }));
      expect(there.filter(({ showAs }) => showAs !== 'free')).toHaveLength(1);
    }
  }
});

it('A manager sees the own team, an employee the own talk, HR the progress', async () => {
  const { talks } = await samtal.as('maja').must(listTeamTalks);
  expect(talks.map(({ employee }) => employee.name).sort()).toEqual(['Aino Laine', 'Elin Vik', 'Emil Ask', 'Erik Storm']);
  expect((await samtal.as('erik').must(listTeamTalks)).talks).toEqual([]);
  expect(launched.cycle.departments.map(({ department, talks: count }) => [department, count]).sort()).toEqual([
    ['Charts', 5],
    ['Office', 2],
  ]);
});
