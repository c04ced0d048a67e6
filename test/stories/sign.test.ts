/** After the talk: an objection, signatures with a comment, a change that both confirm, and agreements that live on through a new cycle and a new manager. */
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MongoClient } from 'mongodb';
import { addAgreement, listAgreements, listMyAgreements, updateAgreement } from '#api/agreement/contract.ts';
import { changeProgress, countStatus, listFollowed, listOfTalk, listSince } from '#api/agreement/following/contract.ts';
import type { Endpoint } from '#api/platform/endpoint/contract.ts';
import { lookAtTalks } from '#api/reminder/watch/look-at-talks.ts';
import { collectNotices } from '#api/reminder/collect-reminders.ts';
import { deliverNextReminder } from '#api/reminder/deliver-reminder.ts';
import { listReminders } from '#api/reminder/list-reminders.ts';
import { finishTalk, listTeamTalks, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import { readPrivateNotes } from '#api/note/contract.ts';
import { readPreparations } from '#api/preparation/contract.ts';
import { answerAmendment, objectToSummary, proposeAmendment, readRecord } from '#api/talk/signing/contract.ts';
import { readSummaryPdf, readSummaryWord } from '#api/talk/summary-file/contract.ts';
import { exportOf } from '#test/given/export.ts';
import { readPdf, readWord } from '#test/given/files.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let launched: LaunchedCycle;
let talkId: string;
let params: { talkId: string };
const [ship, course, chart] = [randomUUID(), randomUUID(), randomUUID()];
const written = ['Two weeks is too short.', 'I look forward to it.', 'The ship is in dock until July.', 'Booked with the crew.'];
const [objection = '', comment = '', why = '', note = ''] = written;

beforeAll(async () => {
  samtal = await givenSamtal();
  launched = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
  const talk = await launched.talkOf('erik');
  ({ talkId } = talk);
  params = { talkId };
  await samtal.desk.clock.moveTo(new Date(talk.start ?? ''));
  await advance(startTalk, params);
  const due = '2027-06-30';
  const agree = (agreementId: string, text: string, who: string) =>
    samtal.as(who).must(addAgreement, { params, body: { agreementId, text, ownerId: samtal.find(who).id, due } });
  await agree(ship, 'Two weeks on the survey ship.', 'erik');
  await agree(course, 'Find a course in hydrography.', 'maja');
});
afterAll(() => samtal?.stop());

/** Starts or finishes as the app does: the newest talk is read and it is tried again when Samtal has written to it meanwhile. */
const advance = (entry: typeof startTalk | typeof finishTalk, of: { talkId: string }) =>
  until(
    async () => {
      const { version } = await samtal.as('maja').must(readTalk, { params: of });
      return (await samtal.as('maja').call(entry, { params: of, version })).status === 200;
    },
    { message: `${entry.path} has been done` },
  );
const read = (who: string) => samtal.as(who).must(readTalk, { params });
const seen = (who: string) => samtal.as(who).must(readSummary, { params });
const record = (who: string) => samtal.as(who).must(readRecord, { params });
const told = async (who: string, type: string): Promise<string[]> =>
  (await samtal.desk.feed(who)).filter((one) => one.type === type).map(({ text }) => text);
const look = async () => {
  while (await lookAtTalks(samtal.platform));
  while (await deliverNextReminder(samtal.platform));
};
/** To noon so many days on, which is within everybody's hours, whenever the talk was and on either side of summer time; then all that is due is told. */
const pass = async (days: number) => {
  const now = DateTime.fromJSDate(await samtal.desk.clock.now(), { zone: 'Europe/Stockholm' });
  await samtal.desk.clock.moveTo(now.plus({ days }).set({ hour: 12, minute: 0 }).toJSDate());
  while (await collectNotices(samtal.platform));
  await look();
};
const sign = async (who: string, comment?: string) =>
  samtal.as(who).must(signTalk, {
    params,
    body: { hash: (await seen(who)).hash, ...(comment ? { comment } : {}) },
    version: (await read(who)).version,
  });

it('A talk that was not held can be neither signed nor objected to', async () => {
  const { hash } = await seen('erik');
  const { version } = await read('erik');
  expect((await samtal.as('erik').refused(signTalk, { params, body: { hash }, version })).reason).toBe('talk-not-held');
  // Before the talk is finished there is no record, for anybody.
  const body = { entryId: randomUUID(), hash, text: objection };
  expect((await samtal.as('erik').refused(objectToSummary, { params, body, version })).status).toBe(404);
});

it('The employee objects instead of signing; the manager is told, without a word of it, and sees it beside the signatures', async () => {
  await advance(finishTalk, params);
  const { hash } = await seen('erik');
  const body = { entryId: randomUUID(), hash, text: objection };
  const { version } = await read('erik');
  const first = await samtal.as('erik').must(objectToSummary, { params, body, version });
  // The same call once more, as after a lost answer, says nothing twice.
  expect(await samtal.as('erik').must(objectToSummary, { params, body, version })).toEqual(first);
  expect((await record('maja')).entries).toMatchObject([{ kind: 'objected', side: 'employee', name: 'Erik Storm', text: objection }]);
  expect(await read('maja')).toMatchObject({ status: 'held', objecting: ['employee'] });
  const texts = await until(async () => ((await told('maja', 'answerWaiting')).length > 0 ? told('maja', 'answerWaiting') : null), {
    message: 'the manager is told',
  });
  expect(texts).toEqual(['Erik Storm väntar på ditt svar om ert samtal']);
});

it('The two change what was objected to, and both sign, the manager with a comment', async () => {
  const before = await seen('erik');
  const [{ version = 0 } = {}] = (await samtal.as('maja').must(listAgreements, { params })).agreements;
  const body = { text: 'Three weeks on the survey ship.', ownerId: samtal.find('erik').id, due: '2027-06-30' };
  await samtal.as('maja').must(updateAgreement, { params: { talkId, agreementId: ship }, body, version });
  const old = { params, body: { hash: before.hash }, version: (await read('erik')).version };
  expect((await samtal.as('erik').refused(signTalk, old)).reason).toBe('content-changed');
  await sign('maja', comment);
  expect(await read('erik')).toMatchObject({ status: 'held', objecting: ['employee'] });
  await sign('erik');
  expect(await read('maja')).toMatchObject({ status: 'signed', objecting: [], openAgreements: 2 });
  const { entries, intact } = await record('erik');
  expect(entries.map(({ kind, name, text }) => [kind, name, text])).toEqual([
    ['objected', 'Erik Storm', objection],
    ['signed', 'Maja Hallberg', comment],
    ['signed', 'Erik Storm', null],
  ]);
  expect(intact).toBe(true);
});

it('After the signatures an agreement changes only when the other confirms it; what was signed, and its hash, stay', async () => {
  const { hash, agreements } = await seen('erik');
  const entryId = randomUUID();
  const terms = { text: 'Three weeks on the survey ship.', ownerId: samtal.find('erik').id, due: '2027-08-31' };
  const body = { entryId, text: why, change: { agreementId: ship, ...terms } };
  await samtal.as('erik').must(proposeAmendment, { params, body, version: (await record('erik')).version });
  expect(await read('maja')).toMatchObject({ proposing: ['employee'] });
  const answer = async (who: string, answered: 'confirmed' | 'declined') => ({
    params: { talkId, entryId },
    body: { answer: answered, text: null },
    version: (await record(who)).version,
  });
  expect((await samtal.as('erik').refused(answerAmendment, await answer('erik', 'confirmed'))).reason).toBe('nothing-to-answer');
  const dueOf = async () => (await samtal.as('erik').must(listMyAgreements)).agreements.find((one) => one.agreementId === ship)?.due;
  expect(await dueOf()).toBe('2027-06-30');
  await samtal.as('maja').must(answerAmendment, await answer('maja', 'confirmed'));
  expect(await dueOf()).toBe('2027-08-31');
  expect(await seen('maja')).toMatchObject({ hash, agreements });
  const after = await record('maja');
  expect(after).toMatchObject({ intact: true, frozen: true });
  for (const [at, entry] of after.entries.entries()) expect(entry.previous).toBe(after.entries[at - 1]?.hash ?? '');
  expect(new Set(after.entries.slice(1).map(({ contentHash }) => contentHash))).toEqual(new Set([hash]));
});

it('Both can save the same summary as PDF and as Word, in the employee’s language, with all that was said and changed', async () => {
  const { hash } = await seen('erik');
  const words = [
    'Utvecklingssamtal',
    'Erik Storm',
    'Maja Hallberg',
    'Three weeks on the survey ship.',
    objection,
    comment,
    why,
    'senast 31 augusti 2027',
    hash,
  ];
  for (const who of ['erik', 'maja']) {
    const pdf = await samtal.as(who).call(readSummaryPdf, { params });
    const word = await samtal.as(who).call(readSummaryWord, { params });
    for (const [{ headers }, name] of [
      [pdf, 'samtal.pdf'],
      [word, 'samtal.docx'],
    ] as const)
      expect([headers.get('content-disposition'), headers.get('cache-control')]).toEqual([`attachment; filename=${name}`, 'no-store']);
    const read = await readPdf(pdf.body ?? new Uint8Array());
    expect(read).toMatchObject({ title: 'Utvecklingssamtal: Erik Storm och Maja Hallberg', language: 'sv', isTagged: true });
    const text = readWord(word.body ?? new Uint8Array()).text;
    // A line of a page may end within what was written.
    expect(words.filter((said) => !text.includes(said) || !read.text.replaceAll('\n', ' ').includes(said))).toEqual([]);
  }
});

it('A change in the store behind Samtal’s back shows', async () => {
  const client = await MongoClient.connect(samtal.platform.config.mongoUri);
  const talks = client.db(samtal.platform.config.dbName).collection<{ _id: string }>('talks');
  const turn = (kind: string) => talks.updateOne({ _id: talkId }, { $set: { 'record.1.kind': kind } });
  await turn('objected');
  expect((await record('erik')).intact).toBe(false);
  expect(readWord(await samtal.as('erik').must(readSummaryWord, { params })).text).toContain('Lita inte på filen');
  await turn('signed');
  expect((await record('erik')).intact).toBe(true);
  await client.close();
});

it('Either says how an agreement goes, with a note, and both see who said what', async () => {
  const go = async (who: string, status: 'under-way' | 'kept', said: string | null, version: number) =>
    samtal.as(who).must(changeProgress, { params: { talkId, agreementId: ship }, body: { status, note: said }, version });
  await go('maja', 'under-way', null, 0);
  const stale = { params: { talkId, agreementId: ship }, body: { status: 'dropped' as const, note: null }, version: 0 };
  expect(await samtal.as('erik').refused(changeProgress, stale)).toMatchObject({ reason: 'stale', current: { status: 'under-way' } });
  await go('erik', 'kept', note, 1);
  const { agreements } = await samtal.as('maja').must(listOfTalk, { params });
  expect(agreements.find(({ agreementId }) => agreementId === ship)).toMatchObject({
    status: 'kept',
    amended: true,
    steps: [
      { status: 'kept', note, name: 'Erik Storm', byMe: false },
      { status: 'under-way', note: null, name: 'Maja Hallberg', byMe: true },
    ],
  });
  const open = await samtal.as('maja').must(listFollowed, { query: { as: 'manager', show: 'open' } });
  expect(open.agreements.map(({ agreementId }) => agreementId)).toEqual([course]);
  expect(await read('maja')).toMatchObject({ openAgreements: 1 });
});

it('HR sees how many agreements there are, never a word, and of fewer than five people not where they are', async () => {
  const call = { params: { cycleId: launched.cycle.cycleId } };
  const { body, text } = await samtal.as('hedda').call(countStatus, call);
  expect(body).toEqual({ agreements: 2, statuses: [] });
  expect(text).not.toMatch(/ship|course|Erik|Maja/);
  expect((await samtal.as('maja').refused(countStatus, call)).status).toBe(404);
});

it('Nobody else finds any of it: not a colleague, not HR, not the manager above', async () => {
  const { version } = await record('erik');
  const [entryId, text] = [randomUUID(), 'x'];
  const change = { agreementId: ship, text, ownerId: samtal.find('erik').id, due: null };
  for (const who of ['elin', 'hedda', 'henrik', 'vera']) {
    const asked = async <E extends Endpoint>(entry: E, given: unknown) => (await samtal.as(who).call(entry, given as never)).status;
    expect([
      await asked(readRecord, { params }),
      await asked(readSummaryPdf, { params }),
      await asked(readSummaryWord, { params }),
      await asked(listOfTalk, { params }),
      await asked(listSince, { params }),
      await asked(objectToSummary, { params, body: { entryId, hash: 'x', text }, version }),
      await asked(proposeAmendment, { params, body: { entryId, text, change }, version }),
      await asked(proposeAmendment, { params, body: { entryId, text, change: null }, version }),
      await asked(answerAmendment, { params: { talkId, entryId }, body: { answer: 'confirmed', text: null }, version }),
      await asked(changeProgress, { params: { talkId, agreementId: ship }, body: { status: 'kept', note: null }, version: 1 }),
    ]).toEqual(Array.from({ length: 10 }, () => 404));
    for (const as of ['employee', 'manager'] as const) {
      const { agreements } = await samtal.as(who).must(listFollowed, { query: { as, show: 'all' } });
      expect(agreements).toEqual([]);
    }
  }
});

it('Whoever has not signed is reminded after three days and then weekly; whoever has signed or objected is not', async () => {
  const emil = await launched.talkOf('emil');
  for (const entry of [startTalk, finishTalk]) await advance(entry, { talkId: emil.talkId });
  await until(async () => (await told('emil', 'signatureWaiting')).length === 1, { message: 'Emil is asked to sign' });
  const count = async () => [(await told('emil', 'signatureDue')).length, (await told('erik', 'signatureDue')).length];
  const [, erik] = await count();
  await pass(2);
  expect(await count()).toEqual([0, erik]);
  // What would come on a Saturday, a Sunday or a holiday comes on the next working day.
  for (const [days, times] of [
    [1, 1],
    [7, 2],
  ] as const) {
    await pass(days);
    for (let later = 0; later < 4 && (await count())[0] !== times; later += 1) await pass(1);
    await look();
    await until(async () => (await count())[0] === times, { message: `Emil is asked again, ${times}` });
    expect(await count()).toEqual([times, erik]);
  }
});

it('In the next cycle Erik’s new manager begins with what was agreed; the former one no longer follows it', async () => {
  await samtal.desk.change('erik', { manager: 'vera' });
  await samtal.readDirectory();
  const next = await (await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'], name: 'Spring' } })).talkOf('erik');
  const since = { params: { talkId: next.talkId } };
  for (const who of ['erik', 'vera']) {
    const { agreements } = await samtal.as(who).must(listSince, since);
    expect(agreements.map(({ agreementId, status, due, mayFollow }) => [agreementId, status, due, mayFollow])).toEqual([
      [course, 'not-begun', '2027-06-30', true],
      [ship, 'kept', '2027-08-31', true],
    ]);
  }
  expect((await samtal.as('maja').refused(listSince, since)).status).toBe(404);
  const at = { params: { talkId, agreementId: course }, version: 0 };
  expect((await samtal.as('maja').refused(changeProgress, { ...at, body: { status: 'kept', note: null } })).status).toBe(404);
  await samtal.as('vera').must(changeProgress, { ...at, body: { status: 'under-way', note: null } });
  // What follows the employee is agreements: not the notes, nor what the two wrote about them.
  for (const entry of [readSummary, readSummaryPdf, readSummaryWord])
    expect((await samtal.as('vera').refused<Endpoint>(entry, { params })).status).toBe(404);
  expect((await record('vera')).entries.map(({ kind }) => kind)).toEqual(['proposed', 'confirmed']);
  // To Maja it is handed over: it is in none of her lists any more, and nothing of it is hers to read but her own private notes, for some weeks.
  const { talks } = await samtal.as('maja').must(listTeamTalks);
  expect(talks.map((talk) => talk.talkId)).not.toContain(talkId);
  for (const read of [readTalk, readSummary, listAgreements, readPreparations])
    expect((await samtal.as('maja').refused(read, { params })).reason).toBe('not-found');
  expect((await samtal.as('maja').request(`/api/talks/history/${next.employee.id}`)).text).not.toContain(talkId);
  expect((await samtal.as('maja').must(readPrivateNotes, { params })).text).toBe('');
  // In her export is what she opened of it, whose it was and when they met.
  const { startedAt } = await samtal.as('erik').must(readTalk, { params });
  const { exported } = await exportOf(samtal.as('maja'));
  const left = exported.talks.find((talk) => talk.talkId === talkId);
  expect(left).toMatchObject({ as: 'former-manager', facts: { employee: 'Erik Storm', startedAt } });
  expect(Object.keys(left?.facts ?? {})).toHaveLength(2);
  expect((await samtal.as('erik').must(listAgreements, { params })).agreements).toHaveLength(2);
});

it('However late two sign, whoever owns an agreement is reminded of it; and again when its day has passed and both set a new one', async () => {
  const of = { talkId: (await launched.talkOf('emil')).talkId };
  const versionOf = async (who: string) => (await samtal.as(who).must(readTalk, { params: of })).version;
  const ahead = async (days: number) => new Date((await samtal.desk.clock.now()).getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const emil = { tenantId: samtal.companies[0]?.tenant.id ?? '', personId: samtal.find('emil').id };
  const reminded = async () => (await listReminders(samtal.platform, emil)).filter(({ kind }) => kind === 'agreement-due').length;
  // Samtal's own clock does the same as the day is changed. The next day comes when neither has the talk, or a reminder of it, in hand: what was begun
  // and not ended is free again a minute later.
  const isInHand = async (): Promise<boolean> => {
    const { connection } = samtal.platform.db;
    const mark = { $or: [{ 'due.leaseUntil': { $ne: null } }, { 'due.at': { $lte: await samtal.desk.clock.now() } }] };
    const [noticed, watched, told] = await Promise.all([
      connection.collection('talks').countDocuments({ _id: of.talkId as never, notices: { $ne: [] } }),
      connection.collection('reminderwatches').countDocuments({ talkId: of.talkId, ...mark }),
      connection.collection('reminders').countDocuments({ talkId: of.talkId, kind: 'agreement-due', sentAt: null, ...mark }),
    ]);
    return noticed + watched + told > 0;
  };
  const passAndLook = async (days: number) => {
    await pass(days);
    const isFree = async (): Promise<boolean> => {
      if (!(await isInHand())) return true;
      await samtal.desk.clock.pass({ minutes: 1 });
      while (await collectNotices(samtal.platform));
      await look();
      return false;
    };
    await until(isFree, { message: 'nobody has the talk in hand any more' });
  };
  // From the day after, day by day: on a weekend or a holiday nobody is told.
  const isTold = async (daysTo: number, times: number) => {
    await passAndLook(daysTo + 1);
    for (let later = 0; later < 5 && (await reminded()) < times; later += 1) await passAndLook(1);
    await until(async () => (await reminded()) === times, { message: `Emil is reminded, ${times}`, seen: reminded });
  };
  const agreed = { text: 'Draw the chart of the sound.', ownerId: emil.personId, due: await ahead(90) };
  await samtal.as('emil').must(addAgreement, { params: of, body: { agreementId: chart, ...agreed } });
  await pass(60);
  expect(await reminded()).toBe(0);
  for (const who of ['maja', 'emil']) {
    const { hash } = await samtal.as(who).must(readSummary, { params: of });
    await samtal.as(who).must(signTalk, { params: of, body: { hash }, version: await versionOf(who) });
  }
  await isTold(30, 1);
  // Long past: nobody looks at the talk any more.
  for (const days of [20, 10]) await pass(days);
  const entryId = randomUUID();
  const change = { agreementId: chart, ...agreed, due: await ahead(10) };
  await samtal.as('emil').must(proposeAmendment, { params: of, body: { entryId, text: null, change }, version: await versionOf('emil') });
  const answer = { params: { ...of, entryId }, body: { answer: 'confirmed', text: null }, version: await versionOf('maja') } as const;
  await samtal.as('maja').must(answerAmendment, answer);
  await isTold(10, 2);
});

it('None of what they wrote is in the store in the clear, nor in anything that was sent', async () => {
  const client = await MongoClient.connect(samtal.platform.config.mongoUri);
  const db = client.db(samtal.platform.config.dbName);
  for (const { name } of await db.listCollections().toArray()) {
    for await (const raw of db.collection(name).find({}, { raw: true })) {
      for (const word of written)
        for (const form of [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')])
          expect((raw as unknown as Buffer).includes(form)).toBe(false);
    }
  }
  await client.close();
  for (const who of ['erik', 'maja', 'emil']) {
    const sent = JSON.stringify([await samtal.desk.feed(who), await samtal.desk.mails(who)]);
    for (const word of written) expect(sent).not.toContain(word);
  }
});
