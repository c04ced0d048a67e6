/**
 * The policy table on every channel: one talk is taken through all its states, and in each everybody asks every endpoint that reads, opens the
 * live notes and tries to write. A word typed into an item is found by exactly those whom the table lets read it; whatever endpoint is added
 * later is asked as well. That the table says what security.md says is shown by api/privacy/rules/policy.test.ts.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addGoal, proposeGoal } from '#api/development/goal/contract.ts';
import { savePrivateNotes } from '#api/note/contract.ts';
import { readAccessLog } from '#api/privacy/access-log/contract.ts';
import type { Act, Item, PolicyFacts, Relation, TalkState } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { saveAgenda } from '#api/talk/agenda/contract.ts';
import { readMyReminders, saveMyReminders } from '#api/reminder/choices/contract.ts';
import { finishTalk, readSummary, readTalk, startTalk, type Talk, type TalkStatus } from '#api/talk/contract.ts';
import { objectToSummary } from '#api/talk/signing/contract.ts';
import { proposeCheckIn } from '#api/talk/holding/contract.ts';
import { findInHistory } from '#api/talk/history/contract.ts';
import { passOn } from '#api/talk/passing/contract.ts';
import { startUnplanned } from '#api/talk/unplanned/contract.ts';
import { cardsOf } from '#test/given/cards.ts';
import { endpoints } from '#test/given/endpoints.ts';
import { exportOf, pageOf } from '#test/given/export.ts';
import { readPdf, readWord } from '#test/given/files.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { outsideTheTable, storedAccesses, unnoted, type StoredAccess } from '#test/given/accesses.ts';
import { loggedBy } from '#test/given/logged.ts';
import { openNotes, type OpenNotes } from '#test/given/notes.ts';
import { lookAt } from '#test/given/look-at.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { typingInto } from '#test/given/table-typing.ts';
import { exportedTo, readableBy, words, wordsOf, type Written } from '#test/given/table-words.ts';
import { writesInto } from '#test/given/table-writes.ts';

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

let samtal: GivenSamtal;
let talkId: string;
let cycleId: string;
let talk: Talk;
let chatId = '';
let notes: OpenNotes | null = null;
let logged: string[] = [];
/** Chats of the two with the bot. */
let chats: Awaited<ReturnType<typeof cardsOf>>[] = [];

const typing = typingInto(() => ({ samtal, talk }));

beforeAll(async () => {
  samtal = await givenSamtal();
  logged = loggedBy(samtal.platform);
  const launched = await givenLaunchedCycle(samtal);
  ({ cycleId } = launched.cycle);
  ({ talkId } = await launched.talkOf('erik'));
  ({ chatId } = await samtal.desk.meeting('erik', { joinUrl: (await asSeen()).joinUrl ?? '' }));
  chats = [await cardsOf(samtal, 'erik'), await cardsOf(samtal, 'maja')];
  const { choices, version } = await samtal.as('maja').must(readMyReminders);
  await samtal.as('maja').must(saveMyReminders, { body: { ...choices, first: 'card' }, version });
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
const writes = writesInto(() => ({ samtal, talk, written, may }), typing);

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

const noted = (who: string): Promise<StoredAccess[]> => storedAccesses(samtal.platform, talkId, samtal.find(who).id);

/** What somebody was shown and the access log does not say, by its words. */
const unnotedOf = async (who: string, found: Record<string, boolean>, ...acts: string[]): Promise<string[]> =>
  unnoted(
    found,
    (await noted(who)).filter(({ act }) => acts.includes(act)),
  );

const foundIn = (text: string): Record<string, boolean> =>
  Object.fromEntries(Object.entries(words).map(([item, word]) => [item, text.includes(word)]));

/** What is in a document that was given as bytes: notes as they once stood. */
const insideOf = (text: string): string => Buffer.from(/"update":"([^"]*)"/.exec(text)?.[1] ?? '', 'base64').toString();

const moments: [title: string, happens: () => Promise<void>][] = [
  [
    'planned, with drafts and private notes',
    async () => {
      await typing.answer('erik', words.answerOfErik);
      await typing.answer('maja', words.answerOfMaja);
      const privately = { erik: words.privateOfErik, maja: words.privateOfMaja };
      for (const who of parties)
        await samtal.as(who).must(savePrivateNotes, { params: { talkId }, body: { text: privately[who] }, version: 0 });
      await samtal.as('maja').must(saveAgenda, { params: { talkId }, body: typing.agendaBody, version: 0 });
      await typing.raise('erik', 'topicOfErik', false);
      await typing.raise('maja', 'topicOfMaja', false);
      await typing.raise('erik', 'topicOfBoth', true);
      await samtal.as('erik').must(addGoal, { body: { goalId: typing.goalIds.goal, ...typing.goalOf('manager', words.goal) } });
      await samtal.as('erik').must(addGoal, { body: { goalId: typing.goalIds.goalOfTeam, ...typing.goalOf('team', words.goalOfTeam) } });
      const terms = { what: words.goalProposed, why: `Därför: ${words.goalProposed}`, due: null };
      const proposed = { goalId: randomUUID(), employeeId: samtal.find('erik').id, ...terms };
      await samtal.as('maja').must(proposeGoal, { body: proposed });
    },
  ],
  ['released by the employee', () => typing.release('erik')],
  ['released by both', () => typing.release('maja')],
  [
    'live',
    async () => {
      await samtal.desk.clock.moveTo(new Date(talk.start ?? ''));
      await samtal.as('maja').must(startTalk, { params: { talkId }, version: (await asSeen()).version });
      notes = await openNotes(samtal.url, talkId, samtal.as('erik').token);
      await notes?.type(words.shared);
      expect((await typing.agreeOn('maja', words.agreed, typing.agreementId)).status).toBe(200);
      await samtal.as('maja').must(proposeCheckIn, { params: { talkId }, body: { day: typing.checkInDay() }, version: 0 });
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
  ['signed by the employee', () => typing.sign('erik')],
  ['signed by both', () => typing.sign('maja')],
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
    expect(await unnotedOf(who, foundIn(answered), 'read', 'search')).toEqual([]);
  });

  it.each(asked)('puts into the export of $who ($relation) what is theirs by the table, and no word more', async ({ who, relation }) => {
    const { text } = await exportOf(samtal.as(who));
    const theirs = exportedTo(relation, { talk, written, may: (item) => may(item, 'read', relation) });
    expect(foundIn(text)).toEqual(theirs);
    expect(await unnotedOf(who, theirs, 'export')).toEqual([]);
    // The page for people says the same; once, and to the two, since making one counts.
    if (at === moments.length - 1 && !outsiders.some((one) => one.who === who))
      expect(foundIn(await pageOf(samtal.as(who)))).toEqual(theirs);
  });

  it.each(asked)('lets $who ($relation) into the live notes as the table says', async ({ who, relation }) => {
    const opened = await openNotes(samtal.url, talkId, samtal.as(who).token);
    const mayWrite = opened?.mayWrite() ?? false;
    opened?.close();
    const admitted = (await noted(who)).some(({ channel, item }) => channel === 'live' && item === 'shared-notes');
    expect(admitted || opened === null).toBe(true);
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

  const standing = [
    { who: 'erik', relation: 'employee' },
    { who: 'maja', relation: 'former-manager' },
    { who: 'henrik', relation: 'new-manager' },
    { who: 'vera', relation: 'other' },
  ] as const;

  const showsTheTable = async (who: string, relation: Relation, some: Partial<PolicyFacts>): Promise<void> => {
    const facts: PolicyFacts = { ...factsNow(), state: 5, daysSinceHandOver: 0, ...some };
    const now = { talk, written, may: (item: Item) => mayAccess(item, 'read', relation, facts) };
    expect(foundIn((await exportOf(samtal.as(who))).text)).toEqual(exportedTo(relation, now));
    if (who !== 'vera') {
      const found = foundIn(await everythingReadBy(who));
      expect(found).toEqual(readableBy(relation, now));
      expect(await unnotedOf(who, found, 'read', 'search')).toEqual([]);
    }
    // What is passed on is for reading afterwards: the place of its writing is the two's.
    const opened = await openNotes(samtal.url, talkId, samtal.as(who).token);
    opened?.close();
    expect(opened !== null).toBe(relation === 'employee');
  };

  it.each(standing)('shows $who ($relation), and puts into the export, what the table says and no word more', ({ who, relation }) =>
    showsTheTable(who, relation, {}),
  );

  describe('with what Erik passes on to him', () => {
    const passed = ['preparation', 'shared-notes'] as const;
    beforeAll(async () => {
      for (const what of passed) {
        const { version } = await asSeen();
        await samtal.as('erik').must(passOn, { params: { talkId }, body: { what, managerId: samtal.find('henrik').id }, version });
      }
    });

    it.each(standing)('shows $who ($relation) that too by the table, and puts no more into the export', ({ who, relation }) =>
      showsTheTable(who, relation, { passed }),
    );
  });
});

describe('The access log of all that', () => {
  it('names nobody outside the table, and is whole', async () => {
    const entries = await storedAccesses(samtal.platform, talkId);
    expect(outsideTheTable(entries)).toEqual([]);
    // By the facts of each moment, too: a new manager who is shown no notes has no entry that says so.
    expect(logged.filter((line) => line.includes('outside the policy table'))).toEqual([]);
    const who = ['erik', 'henrik', 'maja'].map((name) => samtal.find(name).id);
    expect(new Set(entries.map(({ personId }) => personId))).toEqual(new Set(who));
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_entry, at) => at + 1));
    const { intact } = await samtal.as('erik').must(readAccessLog, { params: { talkId }, query: { whose: 'others' } });
    expect(intact).toBe(true);
  });

  it('has what outsiders asked for in vain in another place, which the talk’s two are not shown', async () => {
    const counted = samtal.platform.db.connection.collection('accessRefusals');
    for (const who of ['vera', 'hedda', 'elin']) {
      const refused = await counted.find({ personId: samtal.find(who).id }).toArray();
      const items = new Set(refused.map(({ item }) => item as string));
      expect({ who, items: [...items].sort() }).toMatchObject({
        who,
        items: expect.arrayContaining(['agenda', 'private-notes', 'shared-notes']),
      });
      expect(refused.some(({ channel }) => channel === 'live')).toBe(true);
    }
  });
});

describe('All along, and for weeks afterwards', () => {
  const everyone = [...Object.keys(people), 'henrik'];

  it('none of the words is in a notification, a mail, a card, a calendar, a line of the log or an address', async () => {
    expect([...new Set(Object.values(wordsOf).flat())].sort()).toEqual(Object.keys(words).sort());
    for (const days of [1, 3, 8, 20]) {
      await lookAt(samtal, new Date((await samtal.desk.clock.now()).getTime() + 86_400_000 * days));
    }
    const feeds = await Promise.all(everyone.map((who) => samtal.desk.feed(who)));
    const mails = await Promise.all(everyone.map((who) => samtal.desk.mails(who)));
    const cards = await Promise.all(chats.map((chat) => chat.all()));
    const rest = await Promise.all(everyone.flatMap((who) => [samtal.desk.calendar(who), samtal.desk.chats(who)]));
    const { calls } = await samtal.desk.calls();
    const channels = { feeds, mails, cards, rest, calls, logged };
    for (const [channel, told] of Object.entries(channels)) {
      const text = JSON.stringify(told);
      expect(text.length, channel).toBeGreaterThan(1000);
      // In an address a word is written in percent signs.
      const read = `${text}${decodeURIComponent(text.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))}`;
      expect({ channel, found: Object.values(words).filter((word) => read.includes(word)) }).toEqual({ channel, found: [] });
    }
    // What was told of them all the same.
    const kinds = feeds.flat().map(({ type }) => type);
    expect(kinds).toEqual(expect.arrayContaining(['talkBooked', 'goalProposed', 'answerWaiting', 'signatureWaiting', 'checkInAnswered']));
    expect(cards.flat().length).toBeGreaterThan(4);
    expect(logged.some((line) => line.includes('"path":"/api/goals/proposed"'))).toBe(true);
  });
});
