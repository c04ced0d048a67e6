/** HR plans a cycle by rules of its own, sees beforehand what fits, and gets every oddity named. Nothing is sent to anybody meanwhile. */
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createCycle,
  estimateCycle,
  launchCycle,
  planCycle,
  readCycle,
  updateCycle,
  type Cycle,
  type CycleSettings,
} from '#api/cycle/contract.ts';
import type { Relax } from '#api/cycle/outcome/contract.ts';
import { proposeReplan } from '#api/cycle/replan/contract.ts';
import { usualRules } from '#api/cycle/rules/usual-rules.ts';
import type { PlanRules } from '#api/cycle/settings/contract.ts';
import { findColleagues } from '#api/people/contract.ts';
import { findTimes, listMyTalks, listTeamTalks } from '#api/talk/contract.ts';
import { smallCompany } from '#infra/local/company/company.ts';
import { changeOf } from '#tabs/cycle/use-changes.ts';
import { givenLaunchedCycle, usualSettings } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
const hr = () => samtal.as('hedda');
const settingsWith = (part: Partial<CycleSettings>, rules: Partial<PlanRules> = {}): CycleSettings => ({
  ...usualSettings(samtal.startedAt),
  ...part,
  rules: { ...usualRules, ...rules },
});
const planned = async (part: Partial<CycleSettings> = {}, rules: Partial<PlanRules> = {}): Promise<NonNullable<Cycle['plan']>> => {
  const draft = await hr().must(createCycle, { body: { ...settingsWith(part, rules), cycleId: randomUUID() } });
  const { plan } = await hr().must(planCycle, { params: { cycleId: draft.cycleId }, version: draft.version });
  if (!plan) throw new Error('There is no plan');
  return plan;
};
const estimate = (cycleId: string, part: Partial<CycleSettings> = {}, rules: Partial<PlanRules> = {}) =>
  hr().must(estimateCycle, { params: { cycleId }, body: settingsWith(part, rules) });
const local = (at: string) => DateTime.fromISO(at, { zone: 'Europe/Stockholm' });
/** Requests for free/busy so far. */
const readings = async (): Promise<number> =>
  (await samtal.desk.calls({ service: 'graph' })).calls.filter(({ path }) => path.includes('getSchedule')).length;

describe('Rules HR can set', () => {
  beforeAll(async () => {
    samtal = await givenSamtal();
  });
  afterAll(() => samtal?.stop());

  it('Weekdays and hours that HR prefers are where the talks are, and days off of a calendar file are free', async () => {
    const day = local(samtal.startedAt.toISOString());
    const wednesday = day.plus({ days: (3 - day.weekday + 7) % 7, weeks: 2 }).toISODate() ?? '';
    const { placed } = await planned(
      { lengthMinutes: 30, bufferMinutes: 0, maxPerDay: 2 },
      { preferWeekdays: [3], avoidHours: [{ from: 0, to: 720 }], daysOff: [{ day: wednesday, name: 'Inventory' }] },
    );
    expect(placed).toHaveLength(7);
    const starts = placed.map(({ start }) => local(start));
    expect(starts.filter(({ weekday, hour }) => weekday === 3 && hour >= 12).length).toBeGreaterThanOrEqual(5);
    expect(starts.map((start) => start.toISODate())).not.toContain(wednesday);
  });

  it('Managers have their own talk before those they hold, and an HR partner is free whenever there is a talk', async () => {
    const partnerId = samtal.find('henrik').id;
    const { placed } = await planned({}, { managersFirst: true, partnerId });
    const own = placed.find(({ employee }) => employee.name === 'Maja Hallberg');
    const held = placed.filter(({ manager }) => manager.name === 'Maja Hallberg');
    expect(held).toHaveLength(4);
    for (const { start } of held) expect(local(own?.start ?? '') < local(start)).toBe(true);
    const overlapping = placed.filter(({ start, end }) =>
      placed.some((other) => other.start < end && other.end > start && other.start !== start),
    );
    expect(overlapping).toEqual([]);
    for (const { start, end } of placed)
      expect(
        (await samtal.desk.calendar('henrik', { from: start, to: end })).filter(
          ({ showAs }) => !['free', 'workingElsewhere'].includes(showAs),
        ),
      ).toEqual([]);
  });

  it('Length, time around talks, talks a day and days for preparation are as HR sets them', async () => {
    const [lengthMinutes, bufferMinutes, prepareDays] = [45, 30, 12];
    const { placed } = await planned({ lengthMinutes, bufferMinutes, prepareDays, maxPerDay: 1 });
    expect(placed).toHaveLength(7);
    const earliest = local(samtal.startedAt.toISOString()).plus({ days: prepareDays });
    const days = new Map<string, number>();
    for (const { employee, manager, start, end } of placed) {
      expect(local(end).diff(local(start)).as('minutes')).toBe(lengthMinutes);
      expect(local(start) >= earliest).toBe(true);
      for (const { id } of [employee, manager]) {
        const day = `${id} ${local(start).toISODate()}`;
        days.set(day, (days.get(day) ?? 0) + 1);
      }
      const around = {
        from: local(start).minus({ minutes: bufferMinutes }).toJSDate(),
        to: local(end).plus({ minutes: bufferMinutes }).toJSDate(),
      };
      const there = await samtal.desk.calendar(manager.id, { from: around.from.toISOString(), to: around.to.toISOString() });
      expect(there.filter(({ showAs }) => !['free', 'workingElsewhere'].includes(showAs))).toEqual([]);
    }
    expect(Math.max(...days.values())).toBe(1);
  });

  it('Some are left out, and some talks are held by somebody else', async () => {
    const [erik, elin, vera] = ['erik', 'elin', 'vera'].map((who) => samtal.find(who).id);
    const { placed, unplaced } = await planned({}, { leftOut: [erik ?? ''], heldBy: [{ employeeId: elin ?? '', managerId: vera ?? '' }] });
    expect(placed.map(({ employee }) => employee.name)).not.toContain('Erik Storm');
    expect(placed.find(({ employee }) => employee.id === elin)?.manager.id).toBe(vera);
    expect(unplaced).toHaveLength(1);
  });

  it.each([
    [{ avoidWeekdays: [1], preferWeekdays: [1] }, 'rules.avoidWeekdays'],
    [{ preferHours: [{ from: 600, to: 540 }] }, 'rules.preferHours'],
    [{ avoidHours: [{ from: 600, to: 607 }] }, 'rules.avoidHours.0.to'],
    [{ holidays: ['xx'] }, 'rules.holidays.0'],
    [{ daysOff: [{ day: 'Easter', name: '' }] }, 'rules.daysOff.0.day'],
    [{ partnerId: 'nobody' }, 'rules.partnerId'],
    [{ surprise: 1 }, 'rules.surprise'],
  ])('%j is refused with its field', async (rules, field) => {
    const body = { ...settingsWith({}), cycleId: randomUUID(), rules: { ...usualRules, ...rules } };
    expect(await hr().request('/api/cycles', { method: 'POST', body })).toMatchObject({ status: 400, body: { field } });
  });

  /** Where nobody has anything in the calendar yet; on each day one case. */
  const all = '06:00-20:00';
  it.each<[Relax['kind'], string, Partial<CycleSettings>, Partial<PlanRules>, Record<string, string[]>]>([
    ['shorter-talk', '2027-06-07', { bufferMinutes: 0 }, {}, { maja: ['06:00-10:00', '10:45-20:00'] }],
    ['without-buffer', '2027-06-08', { bufferMinutes: 30 }, {}, { maja: ['06:00-10:00', '11:00-20:00'] }],
    ['without-extra', '2027-06-09', {}, { partnerId: 'henrik' }, { henrik: [all] }],
    ['other-person', '2027-06-10', {}, {}, { maja: [all] }],
    ['longer-window', '2027-06-11', {}, {}, { maja: [all] }],
    ['more-per-day', '2027-06-14', { maxPerDay: 1 }, {}, {}],
  ])('The change that is proposed is one press, and gives the talk its time: %s', async (kind, day, part, rules, busy) => {
    const ids = (...names: string[]): string[] => names.map((who) => samtal.find(who).id);
    for (const [who, spans] of Object.entries(busy))
      for (const [start, end] of spans.map((span) =>
        span.split('-').map((clock) => ({ dateTime: `${day}T${clock}:00`, timeZone: 'Europe/Stockholm' })),
      ))
        await samtal.desk.createEvent(who, { subject: 'Busy', start, end, showAs: 'busy' });
    // Maja’s own talk is in none of these: who else may hold one is her manager all the same.
    const leftOut = ids('maja', 'emil', 'aino', ...(kind === 'more-per-day' ? [] : ['elin']));
    const partnerId = rules.partnerId ? samtal.find(rules.partnerId).id : null;
    const settings = settingsWith({ windowFrom: day, windowTo: day, departments: ['Charts'], ...part }, { leftOut, partnerId });
    const draft = await hr().must(createCycle, { body: { ...settings, cycleId: randomUUID() } });
    const params = { cycleId: draft.cycleId };
    const tight = await hr().must(planCycle, { params, version: draft.version });
    const offered = tight.plan?.unplaced.flatMap(({ employee, relax, others }) =>
      [relax, ...others].flatMap((change) => (change?.kind === kind ? [{ id: employee.id, change }] : [])),
    );
    const [{ id, change } = { id: '', change: null }] = offered ?? [];
    const pressed = change && changeOf(change, settings, [id]);
    expect(pressed, JSON.stringify(tight.plan)).toBeTruthy();
    const { version } = await hr().must(updateCycle, { params, version: tight.version, body: { ...settings, ...pressed } });
    const { plan } = await hr().must(planCycle, { params, version });
    expect(plan?.placed.map(({ employee }) => employee.id)).toContain(id);
  });

  it('HR finds people by name, and nobody else does', async () => {
    const { people } = await hr().must(findColleagues, { query: { name: 'falk' } });
    expect(people.map(({ name }) => name)).toEqual(['Henrik Falk']);
    expect((await hr().must(findColleagues, { query: { id: people[0]?.id } })).people).toEqual(people);
    expect((await hr().must(findColleagues, { query: { name: 'a' } })).people).toEqual([]);
    expect((await samtal.as('erik').refused(findColleagues, { query: { name: 'falk' } })).reason).toBe('not-found');
  });
});

describe('Before anything is sent', () => {
  beforeAll(async () => {
    samtal = await givenSamtal();
  });
  afterAll(() => samtal?.stop());

  it('HR sees how many talks fit while changing the rules, and the calendars are read once', async () => {
    const cycleId = randomUUID();
    const before = await readings();
    const roomy = await estimate(cycleId);
    expect(roomy).toMatchObject({ talks: 8, fit: 7, atMost: 7, managers: [] });
    const read = await readings();
    expect(read).toBeGreaterThan(before);
    const oneDay = usualSettings(samtal.startedAt).windowFrom;
    const tight = await estimate(cycleId, { windowTo: oneDay, maxPerDay: 1 });
    expect(tight.fit).toBeLessThan(7);
    const [worst] = tight.managers;
    expect(worst).toMatchObject({ manager: { name: 'Maja Hallberg' }, talks: 4, times: 1 });
    expect(worst?.waiting.length).toBeGreaterThanOrEqual(3);
    expect(worst?.helps.map(({ change }) => change.kind)).toEqual(['longer-window', 'longer-window', 'second-window', 'more-per-day']);
    // What helps, helps: with a week more there are as many times as it said.
    const longer = worst?.helps.find(({ change }) => change.kind === 'longer-window');
    if (longer?.change.kind !== 'longer-window') throw new Error('A longer window is not offered');
    const widened = await estimate(cycleId, { windowTo: longer.change.windowTo, maxPerDay: 1 });
    expect(widened.fit).toBeGreaterThan(tight.fit);
    expect(await readings()).toBe(read);
    expect((await samtal.desk.feed('erik')).length + (await samtal.desk.mails('erik')).length).toBe(0);
  });

  it('After some minutes the calendars are read anew', async () => {
    const cycleId = randomUUID();
    await estimate(cycleId);
    const read = await readings();
    await samtal.desk.clock.pass({ minutes: 6 });
    await estimate(cycleId);
    expect(await readings()).toBeGreaterThan(read);
  });

  it('Wrong settings are refused as they would be when they are saved, and only HR may ask', async () => {
    const params = { cycleId: randomUUID() };
    const past = settingsWith({ windowFrom: '2026-01-01', windowTo: '2026-02-01' });
    expect((await hr().refused(estimateCycle, { params, body: past })).reason).toBe('window-in-past');
    expect((await samtal.as('maja').refused(estimateCycle, { params, body: settingsWith({}) })).reason).toBe('not-found');
  });

  it('Every talk without a time has a reason with its figures and the cheapest change, and the change works', async () => {
    const oneDay = usualSettings(samtal.startedAt).windowFrom;
    const part = { windowTo: oneDay, maxPerDay: 1 };
    const draft = await hr().must(createCycle, { body: { ...settingsWith(part), cycleId: randomUUID() } });
    const params = { cycleId: draft.cycleId };
    const tight = await hr().must(planCycle, { params, version: draft.version });
    const waiting =
      tight.plan?.unplaced.filter(({ reason, manager }) => reason === 'manager-full' && manager?.name === 'Maja Hallberg') ?? [];
    expect(waiting.length).toBeGreaterThan(0);
    // HR is told how far from the best: with one talk a day each, every manager holds one at most.
    const managers = new Set([...(tight.plan?.placed ?? []), ...(tight.plan?.unplaced ?? [])].map(({ manager }) => manager?.name)).size;
    expect(tight.plan?.most).toBeGreaterThanOrEqual(tight.plan?.placed.length ?? 9);
    expect(tight.plan?.most).toBeLessThanOrEqual(managers);
    // And how much better other times could suit: of one day with a talk each there is little to choose, all of which was looked at.
    expect(tight.plan?.betterPercent).toBe(0);
    for (const { counts, relax } of waiting) {
      expect(counts).toMatchObject({ talks: 4, times: 1 });
      expect(relax).toEqual({ kind: 'more-per-day', maxPerDay: 2 });
    }
    const { version } = await hr().must(updateCycle, { params, version: tight.version, body: settingsWith({ ...part, maxPerDay: 2 }) });
    const eased = await hr().must(planCycle, { params, version });
    expect(eased.plan?.placed.length).toBeGreaterThan(tight.plan?.placed.length ?? 9);
  });

  it('A manager has too many talks for the weeks there are: those that do not fit get a second window, and all have a time in their own', async () => {
    const { windowFrom: day } = usualSettings(samtal.startedAt);
    const tight = { windowTo: day, maxPerDay: 1, departments: ['Charts'] };
    const cycleId = randomUUID();
    const before = await estimate(cycleId, tight);
    const [maja] = before.managers;
    const change = maja?.helps.map((help) => help.change).find(({ kind }) => kind === 'second-window');
    if (change?.kind !== 'second-window') throw new Error('No second window is offered');
    const { from, to } = change;
    const people = before.managers.flatMap(({ waiting }) => waiting.map(({ id }) => id));
    const secondWindow = { from, to, people };
    expect(await estimate(cycleId, tight, { secondWindow })).toMatchObject({ talks: before.talks, fit: before.talks, managers: [] });
    const draft = await hr().must(createCycle, { body: { ...settingsWith(tight), cycleId } });
    const params = { cycleId };
    const short = await hr().must(planCycle, { params, version: draft.version });
    const kinds = short.plan?.unplaced.flatMap(({ relax, others }) => [relax, ...others].map((one) => one?.kind));
    expect(kinds).toContain('second-window');
    const { version } = await hr().must(updateCycle, { params, version: short.version, body: settingsWith(tight, { secondWindow }) });
    const planned = await hr().must(planCycle, { params, version });
    expect(planned.plan?.unplaced).toEqual([]);
    for (const { employee, start } of planned.plan?.placed ?? []) {
      const on = local(start).toISODate() ?? '';
      expect(people.includes(employee.id) ? on >= from && on <= to : on === day, `${employee.name} ${on}`).toBe(true);
    }
    // Launched, each is offered times of its own window, and planning again leaves every talk where it is.
    await hr().must(launchCycle, { params, version: planned.version });
    const launched = await until(
      async () => {
        const read = await hr().must(readCycle, { params });
        return read.state === 'launched' ? read : null;
      },
      { message: 'every talk is booked', withinMs: 20_000 },
    );
    const { talks } = await samtal.as('maja').must(listTeamTalks);
    const later = talks.filter(({ employee }) => people.includes(employee.id));
    expect(later.length).toBeGreaterThan(0);
    for (const { talkId } of later.slice(0, 2)) {
      const { times } = await samtal.as('maja').must(findTimes, { params: { talkId }, query: {} });
      expect(times.length).toBeGreaterThan(0);
      for (const time of times) expect((local(time.start).toISODate() ?? '') >= from).toBe(true);
    }
    const { windowFrom, windowTo, bufferMinutes, maxPerDay, rules = usualRules } = launched.settings;
    const body = { windowFrom, windowTo, bufferMinutes, maxPerDay, rules, away: [], keepMoved: true, stay: [] };
    const { moves, unplaced } = await hr().must(proposeReplan, { params, version: launched.version, body });
    expect({ moves, unplaced }).toEqual({ moves: [], unplaced: [] });
  });
});

describe('Bad input', () => {
  let spring: Cycle;
  const week = new Date('2027-02-01T07:30:00Z');
  beforeAll(async () => {
    const company = smallCompany({ week });
    const idOf = (alias: string): string => company.people.find((person) => person.alias === alias)?.id ?? '';
    const odd: Record<string, object> = {
      // Vera and Maja are each other's manager; Henrik, who leads Hedda, has no mailbox; Elin has nobody, Emil himself; Aino no mailbox.
      vera: { managerId: idOf('maja') },
      henrik: { mailbox: null },
      elin: { managerId: null },
      emil: { managerId: idOf('emil') },
      aino: { mailbox: null },
    };
    const people = company.people.map((person) => ({ ...person, ...odd[person.alias] }));
    samtal = await givenSamtal({ companies: [{ ...company, people }] });
  });
  afterAll(() => samtal?.stop());

  it('Everything odd is named on the plan with what to do, and never stops the rest', async () => {
    ({ cycle: spring } = await givenLaunchedCycle(samtal, { settings: { name: 'Spring', departments: ['Charts'] } }));
    const { placed, unplaced, notices } = await planned();
    expect(Object.fromEntries(unplaced.map(({ employee, reason }) => [employee.name, reason]))).toEqual({
      'Henrik Falk': 'employee-has-no-mailbox',
      'Hedda Nyman': 'manager-has-no-mailbox',
      'Elin Vik': 'no-manager',
      'Emil Ask': 'own-manager',
      'Aino Laine': 'employee-has-no-mailbox',
    });
    expect(placed.map(({ employee }) => employee.name).sort()).toEqual(['Erik Storm', 'Maja Hallberg', 'Vera Strand']);
    const circle = notices.find(({ kind }) => kind === 'circular-line');
    expect(circle?.people.map(({ name }) => name).sort()).toEqual(['Maja Hallberg', 'Vera Strand']);
    expect(notices.find(({ kind }) => kind === 'two-cycles')).toMatchObject({ cycleName: 'Spring' });
  });

  it('It is launched all the same: who talks with nobody has no talk, others wait for a time; and planning again names it all, too', async () => {
    const talksOf = async (who: string) => (await samtal.as(who).must(listMyTalks)).talks.map(({ start }) => start !== null);
    expect(await Promise.all(['erik', 'aino', 'elin', 'emil'].map(talksOf))).toEqual([[true], [false], [], []]);
    await samtal.desk.change('erik', { manager: null });
    await samtal.readDirectory();
    const { settings, version, cycleId } = spring;
    const { windowFrom, windowTo, bufferMinutes, maxPerDay, rules = usualRules } = settings;
    const asked = (to: string) => ({
      params: { cycleId },
      body: { windowFrom, windowTo: to, bufferMinutes, maxPerDay, rules, away: [], keepMoved: true, stay: [] },
      version,
    });
    const { unplaced, moves, notices } = await hr().must(proposeReplan, asked(windowTo));
    expect([unplaced.map(({ employee, reason }) => [employee.name, reason]), moves]).toEqual([
      [['Aino Laine', 'employee-has-no-mailbox']],
      [],
    ]);
    const named = Object.fromEntries(notices.map(({ kind, people }) => [kind, people.map(({ name }) => name).sort()]));
    expect(named).toMatchObject({
      'manager-removed': ['Erik Storm'],
      'circular-line': ['Maja Hallberg', 'Vera Strand'],
      'two-cycles': expect.arrayContaining(['Aino Laine', 'Erik Storm']),
    });
    const early = local(samtal.startedAt.toISOString()).toISODate() ?? '';
    const past = { ...asked(early), body: { ...asked(early).body, windowFrom: early } };
    expect(await hr().refused(proposeReplan, past)).toMatchObject({ reason: 'window-too-near', field: 'windowTo' });
    await samtal.desk.change('erik', { manager: 'maja' });
    await samtal.readDirectory();
  });

  it('A calendar that cannot be read is named, and so is a window that has passed; everybody else has a time', async () => {
    // Erik's address is another by now, and the directory was not read since.
    const people = samtal.platform.db.connection.collection('people');
    const writeTo = (mail: string) => people.updateOne({ personId: samtal.find('erik').id }, { $set: { mail } });
    await writeTo('gone@lillvik.example');
    const draft = await hr().must(createCycle, { body: { ...settingsWith({}), cycleId: randomUUID() } });
    const params = { cycleId: draft.cycleId };
    const { plan, version } = await hr().must(planCycle, { params, version: draft.version });
    expect(plan?.unplaced.find(({ employee }) => employee.name === 'Erik Storm')).toMatchObject({ reason: 'employee-has-no-calendar' });
    expect(plan?.placed.map(({ employee }) => employee.name).sort()).toEqual(['Maja Hallberg', 'Vera Strand']);
    await writeTo(samtal.find('erik').address);
    const found = await hr().must(planCycle, { params, version });
    expect(found.plan?.placed.map(({ employee }) => employee.name)).toContain('Erik Storm');
    const past = settingsWith({ windowFrom: '2026-01-01', windowTo: '2026-02-01' });
    expect(await hr().refused(createCycle, { body: { ...past, cycleId: randomUUID() } })).toMatchObject({
      reason: 'window-in-past',
      field: 'windowTo',
    });
    const short = settingsWith({ prepareDays: 60 });
    expect(await hr().refused(createCycle, { body: { ...short, cycleId: randomUUID() } })).toMatchObject({
      reason: 'window-too-short',
      field: 'windowTo',
    });
    const long = { templateId: ['x'.repeat(101), 'templateId'], departments: [['Charts', 'x'.repeat(129)], 'departments.1'] };
    for (const [part, [value, field]] of Object.entries(long)) {
      const body = { ...settingsWith({}), [part]: value, cycleId: randomUUID() };
      expect(await hr().refused(createCycle, { body })).toMatchObject({ status: 400, reason: 'wrong-input', field });
    }
  });

  it('Who leads people that are not in the cycle is named, and a manager who has left as well', async () => {
    await samtal.desk.change('maja', { enabled: false });
    await samtal.readDirectory();
    const { unplaced, notices } = await planned({ departments: ['Office'] });
    expect(unplaced.find(({ employee }) => employee.name === 'Vera Strand')).toMatchObject({ reason: 'manager-left', manager: null });
    expect(notices.filter(({ kind }) => kind === 'circular-line')).toEqual([]);
    await samtal.desk.change('henrik', { department: 'Harbour' });
    await samtal.readDirectory();
    const harbour = await planned({ departments: ['Harbour'] });
    expect(harbour.notices.at(-1)).toMatchObject({ kind: 'holds-no-talk', people: [{ name: 'Henrik Falk' }], inAll: 1 });
  });
});
