/**
 * The policy table on every channel: one talk is taken through all its states, and in each everybody asks every endpoint that reads, opens the
 * live notes and tries to write. A word typed into an item is found by exactly those whom the table lets read it; whatever endpoint is added
 * later is asked as well. That the table says what security.md says is shown by api/privacy/rules/policy.test.ts.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAgreement } from '#api/agreement/contract.ts';
import { changeProgress, listOfTalk } from '#api/agreement/following/contract.ts';
import { answerCheckIn, readCheckIns } from '#api/checkin/answer/contract.ts';
import { addTopic, closeTopic, listTopicsOfTalk, updateTopic } from '#api/checkin/contract.ts';
import { addGoal, changeGoal, listMyGoals, proposeGoal, updateGoal } from '#api/development/goal/contract.ts';
import { readPrivateNotes, savePrivateNotes } from '#api/note/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import type { Act, Item, PolicyFacts, Relation, TalkState } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readAgenda, saveAgenda } from '#api/talk/agenda/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk, startTalk, type Talk, type TalkStatus } from '#api/talk/contract.ts';
import { answerAmendment, objectToSummary, proposeAmendment, readRecord } from '#api/talk/signing/contract.ts';
import { proposeCheckIn } from '#api/talk/holding/contract.ts';
import { findInHistory } from '#api/talk/history/contract.ts';
import { startUnplanned } from '#api/talk/unplanned/contract.ts';
import { endpoints } from '#test/given/endpoints.ts';
import { exportOf, pageOf } from '#test/given/export.ts';
import { readPdf, readWord } from '#test/given/files.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { openNotes, type OpenNotes } from '#test/given/notes.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { exportedTo, readableBy, words, type Written } from '#test/given/table-words.ts';

/** One of each who stands to Erik's talk in some way; Elin is a colleague. */
const people: Record<string, Relation> = {
  erik: 'employee',
  maja: 'manager',
  vera: 'managers-manager',
  hedda: 'hr',
  elin: 'other',
};
const parties = ['erik', 'maja'] as const;
const everybody = Object.entries(people).map(([who, relation]) => ({ who, relation }));
const outsiders = everybody.filter(({ relation }) => relation !== 'employee' && relation !== 'manager');

/** What is written late, and not there to be found before. */
const written: Written = { objected: false, suggested: false, noted: false, checkIn: false, goalNoted: false };
const [agreementId, question] = [randomUUID(), 'proud-of'];

let samtal: GivenSamtal;
let talkId: string;
let cycleId: string;
let talk: Talk;
let chatId = '';
let notes: OpenNotes | null = null;

beforeAll(async () => {
  samtal = await givenSamtal();
  const launched = await givenLaunchedCycle(samtal);
  ({ cycleId } = launched.cycle);
  ({ talkId } = await launched.talkOf('erik'));
  ({ chatId } = await samtal.desk.meeting('erik', { joinUrl: (await asSeen()).joinUrl ?? '' }));
});
afterAll(async () => {
  notes?.close();
  await samtal?.stop();
});

const asSeen = async (): Promise<Talk> => (talk = await samtal.as('erik').must(readTalk, { params: { talkId } }));

const stateOf: Record<TalkStatus, TalkState> = { planned: 0, released: 1, live: 2, held: 3, signed: 4, closed: 5 };
const factsNow = (): PolicyFacts => ({
  state: stateOf[talk.status],
  releaseRule: talk.releaseRule,
  sharedWithHr: { preparation: false, notes: false, agreements: false },
  managerPreparationVisible: true,
  employeeReleased: talk.employeeReleasedAt !== null,
  managerReleased: talk.managerReleasedAt !== null,
  anySignature: talk.signatures.length > 0,
});
const may = (item: Item, act: Act, relation: Relation): boolean => mayAccess(item, act, relation, factsNow());

/** What a parameter of an address stands for; a new one must be named here, or its endpoint is not asked. */
const known = (): Record<string, string> => ({
  talkId,
  cycleId,
  chatId,
  to: '2099-01-01T00:00:00.000Z',
  employeeId: samtal.find('erik').id,
});
const queries: Record<string, Record<string, string>> = {
  '/api/talks/find': { chatId: '', joinUrl: '' },
  '/api/departments/people': { name: 'Erik' },
  '/api/agreements/followed': { as: 'employee', show: 'all' },
};

const addressOf = (path: string): string => {
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = known()[name];
    if (!value) throw new Error(`Say in this test what :${name} of ${path} stands for`);
    return value;
  });
  const query = Object.entries(queries[path] ?? {}).map(([name, value]) => [name, value || (known()[name] ?? talk.joinUrl ?? '')]);
  return query.length > 0 ? `${filled}?${new URLSearchParams(query).toString()}` : filled;
};

/** Everything that this person is answered, over all endpoints that read. */
async function everythingReadBy(who: string): Promise<string> {
  const reads = endpoints.filter(({ method }) => method === 'GET');
  const answers = await Promise.all(reads.map(({ path }) => samtal.as(who).request(addressOf(path))));
  answers.forEach(({ status }, at) => expect({ who, asked: reads[at]?.name, failed: status >= 500 }).toMatchObject({ failed: false }));
  // Looking for what most of the words have in them finds what is readable, and no more.
  const searches = ['on', 'bär', words.answerOfErik].map((wanted) =>
    samtal.as(who).call(findInHistory, { params: { employeeId: samtal.find('erik').id }, body: { words: wanted } }),
  );
  const files = await Promise.all(answers.map(wordsOfFile));
  return [...files, ...[...answers, ...(await Promise.all(searches))].map(({ text }) => `${text}\n${insideOf(text)}`)].join('\n');
}

/** What somebody reads who opens the file that was given; nothing of what is no file. */
async function wordsOfFile({ headers, bytes }: { headers: Headers; bytes: Uint8Array }): Promise<string> {
  const type = headers.get('content-type') ?? '';
  if (type.includes('pdf')) return (await readPdf(bytes)).text;
  return type.includes('wordprocessing') ? readWord(bytes).text : '';
}

const foundIn = (text: string): Record<string, boolean> =>
  Object.fromEntries(Object.entries(words).map(([item, word]) => [item, text.includes(word)]));

/** What is in a document that was given as bytes: notes as they once stood. */
const insideOf = (text: string): string => Buffer.from(/"update":"([^"]*)"/.exec(text)?.[1] ?? '', 'base64').toString();

const versionOfAnswer = async (who: string): Promise<number> => {
  const { mine } = await samtal.as(who).must(readPreparations, { params: { talkId } });
  return mine.answers.find(({ questionId }) => questionId === question)?.version ?? 0;
};
const answer = async (who: string, text: string) =>
  samtal.as(who).must(saveAnswer, { params: { talkId, questionId: question }, body: { text }, version: await versionOfAnswer(who) });
const release = async (who: string) => {
  const { mine } = await samtal.as(who).must(readPreparations, { params: { talkId } });
  await samtal.as(who).must(releasePreparation, { params: { talkId }, version: mine.version });
};
const sign = async (who: string) => {
  const { hash } = await samtal.as(who).must(readSummary, { params: { talkId } });
  await samtal.as(who).must(signTalk, { params: { talkId }, body: { hash }, version: (await asSeen()).version });
};
const agendaBody = { minutes: {}, points: [{ pointId: 'one', text: words.agenda, minutes: 5 }] };
const topicIds = { topicOfErik: randomUUID(), topicOfMaja: randomUUID(), topicOfBoth: randomUUID() };
const raise = (who: string, topic: keyof typeof topicIds, shared: boolean) => {
  const body = { topicId: topicIds[topic], employeeId: samtal.find('erik').id, text: words[topic], shared };
  return samtal.as(who).must(addTopic, { body });
};
const versionOfTopic = async (who: string, topicId: string): Promise<number> => {
  const read = await samtal.as(who).call(listTopicsOfTalk, { params: { talkId } });
  return read.body?.topics.find((topic) => topic.topicId === topicId)?.version ?? 1;
};
const goalIds = { goal: randomUUID(), goalOfTeam: randomUUID() };
const goalOf = (visibility: 'manager' | 'team', what: string) => ({
  ...{ what, why: null, due: null, visibility, managerId: samtal.find('maja').id },
});
const versionOfGoal = async (goalId: string): Promise<number> =>
  (await samtal.as('erik').must(listMyGoals)).goals.find((one) => one.goalId === goalId)?.version ?? 0;
const checkInDay = (): string => talk.start?.slice(0, 10) ?? '';
const agreeOn = (who: string, text: string, id: string = randomUUID()) => {
  const body = { agreementId: id, text, ownerId: samtal.find('erik').id, due: null };
  return samtal.as(who).call(addAgreement, { params: { talkId }, body });
};

const moments: [title: string, happens: () => Promise<void>][] = [
  [
    'planned, with drafts and private notes',
    async () => {
      await answer('erik', words.answerOfErik);
      await answer('maja', words.answerOfMaja);
      const privately = { erik: words.privateOfErik, maja: words.privateOfMaja };
      for (const who of parties)
        await samtal.as(who).must(savePrivateNotes, { params: { talkId }, body: { text: privately[who] }, version: 0 });
      await samtal.as('maja').must(saveAgenda, { params: { talkId }, body: agendaBody, version: 0 });
      await raise('erik', 'topicOfErik', false);
      await raise('maja', 'topicOfMaja', false);
      await raise('erik', 'topicOfBoth', true);
      await samtal.as('erik').must(addGoal, { body: { goalId: goalIds.goal, ...goalOf('manager', words.goal) } });
      await samtal.as('erik').must(addGoal, { body: { goalId: goalIds.goalOfTeam, ...goalOf('team', words.goalOfTeam) } });
      const proposed = { goalId: randomUUID(), employeeId: samtal.find('erik').id, what: words.goalProposed, why: null, due: null };
      await samtal.as('maja').must(proposeGoal, { body: proposed });
    },
  ],
  ['released by the employee', () => release('erik')],
  ['released by both', () => release('maja')],
  [
    'live',
    async () => {
      await samtal.desk.clock.moveTo(new Date(talk.start ?? ''));
      await samtal.as('maja').must(startTalk, { params: { talkId }, version: (await asSeen()).version });
      notes = await openNotes(samtal.url, talkId, samtal.as('erik').token);
      await notes?.type(words.shared);
      expect((await agreeOn('maja', words.agreed, agreementId)).status).toBe(200);
      await samtal.as('maja').must(proposeCheckIn, { params: { talkId }, body: { day: checkInDay() }, version: 0 });
    },
  ],
  [
    'held',
    async () => {
      await samtal.as('maja').must(finishTalk, { params: { talkId }, version: (await asSeen()).version });
    },
  ],
  [
    'objected to by the employee',
    async () => {
      const { hash } = await samtal.as('erik').must(readSummary, { params: { talkId } });
      const body = { entryId: randomUUID(), hash, text: words.objected };
      await samtal.as('erik').must(objectToSummary, { params: { talkId }, body, version: (await asSeen()).version });
      written.objected = true;
    },
  ],
  ['signed by the employee', () => sign('erik')],
  ['signed by both', () => sign('maja')],
];

/** What happens at the API when somebody tries to write; true when it was taken. What is written does not change any of the words. */
const writes: [what: string, allowed: (relation: Relation) => boolean, attempt: (who: string) => Promise<number>][] = [
  [
    'an answer',
    (relation) =>
      (relation === 'employee' && !talk.employeeReleasedAt && may('preparation-draft', 'write', relation)) ||
      (relation === 'manager' && !talk.managerReleasedAt && may('manager-preparation', 'write', relation)),
    async (who) => {
      const version = who === 'erik' || who === 'maja' ? await versionOfAnswer(who) : 0;
      const text = who === 'maja' ? words.answerOfMaja : words.answerOfErik;
      return (await samtal.as(who).call(saveAnswer, { params: { talkId, questionId: question }, body: { text }, version })).status;
    },
  ],
  [
    'private notes',
    (relation) => may('private-notes', 'write', relation),
    async (who) => {
      const read = await samtal.as(who).call(readPrivateNotes, { params: { talkId } });
      const { text, version } = read.body ?? { text: 'mine', version: 0 };
      return (await samtal.as(who).call(savePrivateNotes, { params: { talkId }, body: { text }, version })).status;
    },
  ],
  [
    'the agenda',
    (relation) => may('agenda', 'write', relation),
    async (who) => {
      const { version } = await samtal.as('maja').must(readAgenda, { params: { talkId } });
      return (await samtal.as(who).call(saveAgenda, { params: { talkId }, body: agendaBody, version })).status;
    },
  ],
  [
    'the words of a topic that is not shared',
    (relation) => relation === 'employee' && may('topic-draft', 'write', relation),
    async (who) => {
      const topicId = topicIds.topicOfErik;
      const version = await versionOfTopic(who, topicId);
      return (await samtal.as(who).call(updateTopic, { params: { topicId }, body: { text: words.topicOfErik }, version })).status;
    },
  ],
  [
    'that a shared topic waits',
    (relation) => may('topic', 'write', relation),
    async (who) => {
      const topicId = topicIds.topicOfBoth;
      const version = await versionOfTopic(who, topicId);
      return (await samtal.as(who).call(closeTopic, { params: { topicId }, body: { takenUp: false, talkId: null }, version })).status;
    },
  ],
  [
    'the words of a goal',
    (relation) => may('goal', 'write', relation),
    async (who) => {
      const asked = { params: { goalId: goalIds.goal }, body: goalOf('manager', words.goal), version: await versionOfGoal(goalIds.goal) };
      return (await samtal.as(who).call(updateGoal, asked)).status;
    },
  ],
  [
    'how a goal goes',
    (relation) => may('goal-progress', 'write', relation),
    async (who) => {
      const asked = { params: { goalId: goalIds.goalOfTeam }, version: await versionOfGoal(goalIds.goalOfTeam) };
      const { status } = await samtal.as(who).call(changeGoal, { ...asked, body: { state: 'going-on', note: words.goalNoted } });
      written.goalNoted ||= status === 200;
      return status;
    },
  ],
  ['an agreement', (relation) => may('agreements', 'write', relation), async (who) => (await agreeOn(who, 'More.')).status],
  [
    'how an agreement goes',
    (relation) => relation !== 'hr' && may('agreement-status', 'write', relation),
    async (who) => {
      const read = await samtal.as(who).call(listOfTalk, { params: { talkId } });
      const version = read.body?.agreements.find((one) => one.agreementId === agreementId)?.followVersion ?? 0;
      const body = { status: 'under-way' as const, note: words.noted };
      const { status } = await samtal.as(who).call(changeProgress, { params: { talkId, agreementId }, body, version });
      written.noted ||= status === 200;
      return status;
    },
  ],
  [
    'a check-in',
    (relation) => may('check-in', 'write', relation),
    async (who) => {
      const { version } = (await samtal.as(who).call(readCheckIns, { params: { talkId } })).body ?? { version: 0 };
      const body = { how: 'partly', need: 'word', weeks: 4, text: words.checkIn } as const;
      const { status } = await samtal.as(who).call(answerCheckIn, { params: { talkId, day: checkInDay() }, body, version });
      written.checkIn ||= status === 200;
      return status;
    },
  ],
  [
    'a suggested change, taken back again',
    (relation) => may('amendments', 'write', relation),
    async (who) => {
      const version = async (): Promise<number> => (await samtal.as(who).call(readRecord, { params: { talkId } })).body?.version ?? 1;
      const [entryId, due] = [randomUUID(), '2027-12-01'];
      const change = { agreementId, text: words.suggested, ownerId: samtal.find('erik').id, due };
      const suggested = { params: { talkId }, body: { entryId, text: null, change }, version: await version() };
      const { status } = await samtal.as(who).call(proposeAmendment, suggested);
      const body = { answer: 'withdrawn' as const, text: null };
      if (status === 200) await samtal.as(who).must(answerAmendment, { params: { talkId, entryId }, body, version: await version() });
      written.suggested ||= status === 200;
      return status;
    },
  ],
];

describe.each(moments.map(([title, happens], at) => ({ title, happens, at })))('A talk that is $title', ({ happens, at }) => {
  // Whoever has no cell in any state is asked at the beginning, while it is live, and at the end.
  const asked = [0, 3, moments.length - 1].includes(at)
    ? everybody
    : everybody.filter(({ relation }) => ['employee', 'manager', 'hr'].includes(relation));
  beforeAll(async () => {
    await happens();
    await asSeen();
  });

  it.each(asked)('shows $who ($relation) what the table says and no word more, whatever is asked', async ({ who, relation }) => {
    const answered = await everythingReadBy(who);
    expect(foundIn(answered)).toEqual(readableBy(relation, { talk, written, may: (item) => may(item, 'read', relation) }));
  });

  it.each(asked)('puts into the export of $who ($relation) what is theirs by the table, and no word more', async ({ who, relation }) => {
    const { text } = await exportOf(samtal.as(who));
    const theirs = exportedTo(relation, { talk, written, may: (item) => may(item, 'read', relation) });
    expect(foundIn(text)).toEqual(theirs);
    // The page for people says the same; once, and to the two, since making one counts.
    if (at === moments.length - 1 && !outsiders.some((one) => one.who === who))
      expect(foundIn(await pageOf(samtal.as(who)))).toEqual(theirs);
  });

  it.each(asked)('lets $who ($relation) into the live notes as the table says', async ({ who, relation }) => {
    const opened = await openNotes(samtal.url, talkId, samtal.as(who).token);
    const mayWrite = opened?.mayWrite() ?? false;
    opened?.close();
    expect({ in: opened !== null, mayWrite }).toEqual({
      in: may('shared-notes', 'read', relation),
      mayWrite: may('shared-notes', 'write', relation),
    });
  });

  it.each(asked)('lets $who ($relation) write what the table says', async ({ who, relation }) => {
    for (const [what, allowed, attempt] of writes)
      expect({ what, taken: (await attempt(who)) < 400 }).toEqual({ what, taken: allowed(relation) });
  });

  // At the beginning and at the end: what is written in between changes nothing for whoever is not one of the two.
  it.each(at === 0 || at === moments.length - 1 ? outsiders : [])(
    'is for $who ($relation) not there at all: no endpoint about one talk says otherwise',
    async ({ who }) => {
      const about = endpoints.filter(({ may: caller }) => caller === 'talk-party');
      const told = about.map(async ({ name, method, path }) => {
        const asked = path.replace(/:(?!talkId)\w+/g, randomUUID()).replace(':talkId', talkId);
        const headers = { 'If-Match': `"${talk.version}"` };
        const { status } = await samtal.as(who).request(asked, method === 'GET' ? {} : { method, headers, body: {} });
        // A body that is wrong is refused before anybody looks for the talk; nothing else may differ from what does not exist.
        return [400, 404].includes(status) ? [] : [{ name, status }];
      });
      expect((await Promise.all(told)).flat()).toEqual([]);
    },
  );
});

describe('A talk that is signed by both, and handed over to Henrik', () => {
  beforeAll(async () => {
    await samtal.desk.clock.pass({ hours: 1 });
    await samtal.desk.change('erik', { manager: 'henrik' });
    await samtal.readDirectory();
    // From the first talk of the two on he is Erik's manager as far as talks go.
    await samtal.as('henrik').must(startUnplanned, { body: { withId: samtal.find('erik').id } });
  });

  it.each([
    { who: 'erik', relation: 'employee' as const },
    { who: 'maja', relation: 'former-manager' as const },
    { who: 'henrik', relation: 'new-manager' as const },
    { who: 'vera', relation: 'other' as const },
  ])('shows $who ($relation), and puts into the export, what the table says and no word more', async ({ who, relation }) => {
    const facts: PolicyFacts = { ...factsNow(), state: 5, daysSinceHandOver: 0 };
    const now = { talk, written, may: (item: Item) => mayAccess(item, 'read', relation, facts) };
    expect(foundIn((await exportOf(samtal.as(who))).text)).toEqual(exportedTo(relation, now));
    if (who !== 'vera') expect(foundIn(await everythingReadBy(who))).toEqual(readableBy(relation, now));
  });
});
