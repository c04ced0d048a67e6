/**
 * Goals: an employee's own, proposed by a manager and taken on, followed by both, marked for others, linked from an agreement, frozen in what is
 * signed, found again years later; and counted for HR only of five people or more.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAgreement, listAgreements, updateAgreement } from '#api/agreement/contract.ts';
import {
  addGoal,
  answerGoal,
  changeGoal,
  countGoals,
  dropGoal,
  listGoalsOf,
  listGoalsOfTalk,
  listMyGoals,
  listTeamGoals,
  proposeGoal,
  updateGoal,
  type Goal,
  type GoalInput,
} from '#api/development/goal/contract.ts';
import { readMissed, sendMissed } from '#api/reminder/missed/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import { findInHistory, readHistory } from '#api/talk/history/contract.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let launched: LaunchedCycle;
let talkId: string;
let params: { talkId: string };
const [own, proposed, other] = [randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  samtal = await givenSamtal();
  launched = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
  ({ talkId } = await launched.talkOf('erik'));
  params = { talkId };
});
afterAll(() => samtal?.stop());

const idOf = (who: string): string => samtal.find(who).id;
const input = (more: Partial<GoalInput> = {}): GoalInput => ({
  ...{ what: 'Lead a survey of my own', why: 'I want to grow into it.', due: '2027-09-30' },
  ...{ visibility: 'manager', managerId: idOf('maja') },
  ...more,
});
const mine = async () => (await samtal.as('erik').must(listMyGoals)).goals;
const one = async (goalId: string): Promise<Goal> => {
  const found = (await mine()).find((goal) => goal.goalId === goalId);
  if (!found) throw new Error('Erik has no such goal');
  return found;
};
const seenBy = async (who: string) => (await samtal.as(who).must(listGoalsOf, { params: { employeeId: idOf('erik') } })).goals;
const change = async (more: Partial<GoalInput>, goalId = own) => {
  const { what, why, due, visibility, version } = await one(goalId);
  return samtal.as('erik').must(updateGoal, { params: { goalId }, body: input({ what, why, due, visibility, ...more }), version });
};

it('An employee writes a goal down once, however often it is sent; the manager reads it, and nobody else knows of it', async () => {
  const body = { goalId: own, ...input() };
  const first = await samtal.as('erik').must(addGoal, { body });
  expect(await samtal.as('erik').must(addGoal, { body })).toEqual(first);
  const stale = await samtal.as('erik').refused(addGoal, { body: { ...body, what: 'Something else' } });
  expect(stale).toMatchObject({ reason: 'stale', current: { what: body.what } });
  const marked = await samtal.as('erik').refused(addGoal, { body: { ...body, visibility: 'team' } });
  expect(marked).toMatchObject({ reason: 'stale', current: { visibility: 'manager' } });
  expect(await seenBy('maja')).toMatchObject([{ what: body.what, may: { write: false, follow: true } }]);
  for (const who of ['vera', 'hedda', 'elin']) {
    const read = await samtal.as(who).call(listGoalsOf, { params: { employeeId: idOf('erik') } });
    expect({ who, told: read.text.includes('survey') }).toEqual({ who, told: false });
    const taken = await samtal.as(who).refused(changeGoal, { params: { goalId: own }, body: { state: 'reached', note: null }, version: 1 });
    expect({ who, status: taken.status }).toEqual({ who, status: 404 });
  }
});

it('A form that named another manager than the one there is now shares nothing', async () => {
  const { version } = await one(own);
  const asked = { params: { goalId: own }, body: input({ what: 'Not told', managerId: idOf('vera') }), version };
  expect((await samtal.as('erik').refused(updateGoal, asked)).reason).toBe('stale');
  const fresh = { goalId: randomUUID(), ...input({ managerId: idOf('vera') }) };
  expect((await samtal.as('erik').refused(addGoal, { body: fresh })).reason).toBe('stale');
  expect((await mine()).map(({ what }) => what)).toEqual(['Lead a survey of my own']);
});

it('A manager proposes; the employee declines, thinks better of it and takes it on, changed', async () => {
  const terms = { what: 'Learn to steer the big ship', why: null, due: null };
  await samtal.as('maja').must(proposeGoal, { body: { goalId: proposed, employeeId: idOf('erik'), ...terms } });
  for (const who of ['erik', 'elin']) {
    const body = { goalId: randomUUID(), employeeId: idOf(who === 'erik' ? 'maja' : 'erik'), ...terms };
    expect((await samtal.as(who).refused(proposeGoal, { body })).status).toBe(404);
  }
  expect(await one(proposed)).toMatchObject({ proposal: 'waiting', authorName: 'Maja Hallberg', may: { answer: true, write: false } });
  const answer = async (accept: GoalInput | null) => ({
    params: { goalId: proposed },
    body: { accept },
    version: (await one(proposed)).version,
  });
  // Erik is told once that there is a proposal and by whom, and never what it says; the same call again tells nothing again.
  await samtal.as('maja').must(proposeGoal, { body: { goalId: proposed, employeeId: idOf('erik'), ...terms } });
  const told = async () => (await samtal.desk.feed('erik')).filter(({ type }) => type === 'goalProposed');
  await until(async () => (await told()).length > 0, { message: 'Erik is told of the proposal' });
  expect(await told()).toHaveLength(1);
  expect(JSON.stringify(await told())).toContain('Maja Hallberg');
  expect(JSON.stringify(await told())).not.toContain('ship');
  expect((await samtal.as('maja').refused(answerGoal, await answer(null))).status).toBe(404);
  await samtal.as('erik').must(answerGoal, await answer(null));
  expect((await seenBy('maja')).map(({ proposal }) => proposal)).toEqual([null, 'declined']);
  const accept = input({ ...terms, what: 'Learn to steer the small ship', visibility: 'team' });
  await samtal.as('erik').must(answerGoal, await answer(accept));
  expect((await samtal.as('erik').refused(answerGoal, await answer(accept))).reason).toBe('nothing-to-answer');
  const taken = (await seenBy('maja')).find(({ goalId }) => goalId === proposed);
  expect(taken).toMatchObject({
    proposal: null,
    what: accept.what,
    steps: [{ before: { what: terms.what, due: null }, name: 'Erik Storm' }],
  });
});

it('What is marked as the team’s is read by the manager’s manager too, without what the two noted; a mark can be taken back', async () => {
  const read = await samtal.as('vera').must(listGoalsOf, { params: { employeeId: idOf('erik') } });
  expect(read.goals).toMatchObject([{ goalId: proposed, steps: [], may: { write: false, follow: false } }]);
  expect(read.goals).toHaveLength(1);
  const { mine: hers, further } = await samtal.as('vera').must(listTeamGoals);
  expect([hers, further.map(({ employee, goals }) => [employee.name, goals.length])]).toEqual([[], [['Erik Storm', 1]]]);
  const team = await samtal.as('maja').must(listTeamGoals);
  expect(team.mine.map(({ employee, goals }) => [employee.name, goals.length])).toEqual([['Erik Storm', 2]]);
  await change({ visibility: 'manager' }, proposed);
  expect((await samtal.as('vera').must(listTeamGoals)).further).toEqual([]);
  expect((await samtal.as('vera').must(listGoalsOf, { params: { employeeId: idOf('erik') } })).goals).toEqual([]);
  await change({ visibility: 'team' }, proposed);
});

it('Both say how it goes; who was slower sees what the other said first, and loses nothing', async () => {
  const { version } = await one(own);
  const say = (note: string | null) => ({ params: { goalId: own }, body: { state: 'going-on' as const, note }, version });
  await samtal.as('maja').must(changeGoal, say('Signed up for the course.'));
  const refused = await samtal.as('erik').refused(changeGoal, say(null));
  expect(refused).toMatchObject({ reason: 'stale', current: { steps: [{ note: 'Signed up for the course.', name: 'Maja Hallberg' }] } });
  const removed = await samtal.as('maja').refused(dropGoal, { params: { goalId: own }, version: version + 1 });
  expect(removed.status).toBe(404);
});

it('In the talk an agreement is linked to a goal by either; what is no goal of the employee’s cannot be', async () => {
  await samtal.desk.clock.moveTo(new Date((await samtal.as('erik').must(readTalk, { params })).start ?? ''));
  await advance(startTalk);
  await samtal.as('maja').must(addGoal, { body: { goalId: other, ...input({ what: 'Mine alone', managerId: idOf('vera') }) } });
  const agreed = { text: 'Two weeks on the survey ship.', ownerId: idOf('erik'), due: null };
  const add = (goalId: string | null) => ({ params, body: { agreementId: randomUUID(), ...agreed, goalId } });
  expect(await samtal.as('maja').refused(addAgreement, add(other))).toMatchObject({ reason: 'wrong-input', field: 'goalId' });
  const { agreementId, version } = await samtal.as('maja').must(addAgreement, add(own));
  // A change that does not speak of the goal keeps it.
  const body = { ...agreed, text: 'Three weeks on the survey ship.' };
  await samtal.as('erik').must(updateAgreement, { params: { talkId, agreementId }, body, version });
  const { agreements } = await samtal.as('erik').must(listAgreements, { params });
  expect(agreements).toMatchObject([{ text: body.text, goal: { goalId: own, what: 'Lead a survey of my own' } }]);
});

it('The summary holds the goals as they stood when the talk was finished, with one hash for good, whatever becomes of them', async () => {
  await advance(finishTalk);
  const { hash, goals, agreements } = await samtal.as('erik').must(readSummary, { params });
  expect(goals.map(({ what, state }) => [what, state])).toEqual([
    ['Lead a survey of my own', 'going-on'],
    ['Learn to steer the small ship', 'going-on'],
  ]);
  expect(agreements).toMatchObject([{ goalId: own }]);
  await samtal.as('erik').must(changeGoal, {
    ...{ params: { goalId: own }, body: { state: 'reached' as const, note: 'Held in March.' } },
    version: (await one(own)).version,
  });
  await change({ what: 'Learn to steer any ship' }, proposed);
  for (const who of ['maja', 'erik']) {
    const read = await samtal.as(who).must(readSummary, { params });
    expect(read).toMatchObject({ hash, goals });
    const { version } = await samtal.as(who).must(readTalk, { params });
    await samtal.as(who).must(signTalk, { params, body: { hash }, version });
  }
  expect(await samtal.as('maja').must(readSummary, { params })).toMatchObject({ hash, goals });
});

it('Looking back shows what the goals were then, and finds their words now and before, and what was noted on them', async () => {
  const ofErik = { employeeId: idOf('erik') };
  for (const who of ['erik', 'maja']) {
    const { talks } = await samtal.as(who).must(readHistory, { params: ofErik });
    expect(talks.map(({ goals }) => goals.map(({ what }) => what))).toEqual([['Lead a survey of my own', 'Learn to steer the small ship']]);
    const search = async (words: string) =>
      (await samtal.as(who).must(findInHistory, { params: ofErik, body: { words } })).found.flatMap(({ talkId: of, hits }) =>
        hits.map(({ where }) => [of, where]),
      );
    expect(await search('held march')).toEqual([[null, 'goals']]);
    expect(await search('small ship')).toEqual([[null, 'goals']]);
  }
  // The talk itself is over: what has been reached in it is still before the two until they have met again.
  const { goals } = await samtal.as('erik').must(listGoalsOfTalk, { params });
  expect(goals.map(({ state }) => state)).toEqual(['going-on', 'reached']);
});

it('HR is told nothing of one person’s goals, and a removed goal is gone', async () => {
  const { cycleId } = launched.cycle;
  expect(await samtal.as('hedda').must(countGoals, { params: { cycleId } })).toEqual({ states: [], marked: [] });
  const { version } = await one(own);
  expect((await samtal.as('erik').refused(dropGoal, { params: { goalId: own }, version: version - 1 })).reason).toBe('stale');
  await samtal.as('erik').must(dropGoal, { params: { goalId: own }, version });
  expect((await seenBy('maja')).map(({ goalId }) => goalId)).toEqual([proposed]);
  expect((await samtal.as('erik').must(listAgreements, { params })).agreements).toMatchObject([{ goal: null }]);
  expect((await samtal.as('erik').must(readSummary, { params })).goals).toHaveLength(2);
});

it('A new manager reads what is marked, and the rest when the employee shares it again; the one before reads nothing any more', async () => {
  await samtal.as('erik').must(addGoal, { body: { goalId: own, ...input() } });
  await samtal.desk.change('erik', { manager: 'henrik' });
  await samtal.readDirectory();
  const ofErik = { params: { employeeId: idOf('erik') } };
  const seen = async () => (await seenBy('henrik')).map(({ goalId, may, steps }) => [goalId, may.follow, steps.length > 0]);
  expect(await seen()).toEqual([[proposed, false, false]]);
  expect((await samtal.as('maja').refused(listGoalsOf, ofErik)).status).toBe(404);
  expect((await samtal.as('maja').must(listTeamGoals)).mine).toEqual([]);
  expect((await samtal.as('maja').must(readHistory, ofErik)).talks.map(({ goals }) => goals)).toEqual([[]]);
  expect((await samtal.as('maja').must(findInHistory, { ...ofErik, body: { words: 'survey of my own' } })).found).toEqual([]);
  // Removed and taken back, it is with nobody still.
  await samtal.as('erik').must(dropGoal, { params: { goalId: own }, version: (await one(own)).version });
  await samtal.as('erik').must(addGoal, { body: { goalId: own, ...input({ managerId: '' }) } });
  expect(await one(own)).toMatchObject({ sharedWith: null });
  expect(await seen()).toEqual([[proposed, false, false]]);
  // The form was opened while Maja managed him: nobody new is told.
  const { version } = await one(own);
  const opened = { params: { goalId: own }, body: input(), version };
  expect((await samtal.as('erik').refused(updateGoal, opened)).reason).toBe('stale');
  await change({ managerId: idOf('henrik') });
  expect(await seen()).toEqual([
    [own, true, false],
    [proposed, false, false],
  ]);
});

it('A proposal that reaches nobody is shown to HR in a cycle, with whom and why like every other and never what it is about, and sent again', async () => {
  const missedIn = async (cycleId: string) => {
    const { missed } = await samtal.as('hedda').must(readMissed, { params: { cycleId } });
    expect(JSON.stringify(missed)).not.toMatch(/goal|compass/i);
    return missed.flatMap(({ why, people }) => people.map(({ name }) => `${why}: ${name}`));
  };
  const proposes = async (who: string, to: string) => {
    const body = { goalId: randomUUID(), employeeId: idOf(to), what: 'Mend the compass', why: null, due: null };
    await samtal.as(who).must(proposeGoal, { body });
  };
  const isMissedIn = (cycleId: string, line: string) =>
    until(async () => (await missedIn(cycleId)).includes(line), { message: `${line} is shown to HR`, seen: () => missedIn(cycleId) });
  const { cycleId } = launched.cycle;
  await nothingGoesOut();
  // He is in no cycle: HR sees him in the newest there is.
  await proposes('vera', 'henrik');
  await isMissedIn(cycleId, 'refused: Henrik Falk');
  await samtal.desk.faults.clear();
  await samtal.as('hedda').must(sendMissed, { params: { cycleId }, body: { why: 'refused' } });
  const told = async (who: string) => (await samtal.desk.feed(who)).filter(({ type }) => type === 'goalProposed').length;
  await until(async () => (await told('henrik')) === 1, { message: 'Henrik is told' });
  expect(await missedIn(cycleId)).not.toContain('refused: Henrik Falk');
  // Each in the newest cycle that is theirs.
  const later = await givenLaunchedCycle(samtal, { settings: { name: 'Office', departments: ['Office'] } });
  await nothingGoesOut();
  await proposes('maja', 'elin');
  await proposes('vera', 'henrik');
  await isMissedIn(cycleId, 'refused: Elin Vik');
  await isMissedIn(later.cycle.cycleId, 'refused: Henrik Falk');
  expect(await missedIn(cycleId)).not.toContain('refused: Henrik Falk');
});

const nothingGoesOut = async (): Promise<void> => {
  for (const pathContains of ['sendActivityNotification', 'messages', 'sendMail'])
    await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 403, pathContains, times: 1000 });
};

/** Starts or finishes; tried again when Samtal has written to the talk meanwhile. */
const advance = (entry: typeof startTalk | typeof finishTalk) =>
  until(
    async () => {
      const { version } = await samtal.as('maja').must(readTalk, { params });
      return (await samtal.as('maja').call(entry, { params, version })).status === 200;
    },
    { message: `${entry.path} has been done` },
  );
