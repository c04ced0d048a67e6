/** An employee is told, prepares in peace and releases; until then the manager's answers from the API contain none of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  answerLimit,
  readPreparations,
  readPreview,
  releasePreparation,
  saveAnswer,
  withdrawPreparation,
} from '#api/preparation/contract.ts';
import { readAgenda, saveAgenda } from '#api/talk/agenda/contract.ts';
import { listTeamTalks, readTalk, startTalk } from '#api/talk/contract.ts';
import { changeTalk } from '#api/talk/store.ts';
import { exportOf } from '#test/given/export.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let talkId: string;
let otherTalkId: string;
const secret = 'I led the survey of Utö alone.';

beforeAll(async () => {
  samtal = await givenSamtal();
  const { talkOf } = await givenLaunchedCycle(samtal);
  ({ talkId } = await talkOf('erik'));
  ({ talkId: otherTalkId } = await talkOf('elin'));
});
afterAll(() => samtal?.stop());

const save = async (who: string, questionId: string, text: string, version = 0): Promise<void> =>
  void (await samtal.as(who).must(saveAnswer, { params: { talkId, questionId }, body: { text }, version }));
const prepared = (who: string) => samtal.as(who).must(readPreparations, { params: { talkId } });
const release = async (who: string) =>
  samtal.as(who).must(releasePreparation, {
    params: { talkId },
    body: { withId: samtal.find(who === 'erik' ? 'maja' : 'erik').id },
    version: (await prepared(who)).mine.version,
  });
/** Everything that the manager's screens ask for. */
const asSeenByManager = async (): Promise<string> => {
  const maja = samtal.as('maja');
  const answers = await Promise.all([
    maja.call(readPreparations, { params: { talkId } }),
    maja.call(readTalk, { params: { talkId } }),
    maja.call(listTeamTalks),
  ]);
  return answers.map(({ text }) => text).join('\n');
};

it('The employee gets one notification and one e-mail, which say when and with whom, and lead to the preparation', async () => {
  const [activity] = await until(
    async () => {
      const feed = await samtal.desk.feed('erik');
      return feed.length > 0 && feed;
    },
    { message: 'Erik has a notification' },
  );
  expect(activity?.text).toContain('Maja');
  expect(decodeURIComponent(activity?.link ?? '')).toContain(`talks/${talkId}/prepare`);
  const mails = await until(
    async () => {
      const inbox = (await samtal.desk.mails('erik')).filter(({ folder }) => folder === 'inbox');
      return inbox.length > 0 && inbox;
    },
    { message: 'Erik has a mail' },
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.html).toContain('Maja');
  const links = [...(mails[0]?.html ?? '').matchAll(/href="([^"]+)"/g)].map(([, link = '']) => decodeURIComponent(link));
  expect(links).toContainEqual(expect.stringContaining(`talks/${talkId}/prepare`));
});

it('Each answer is saved by itself, and is there again when the page is opened anew', async () => {
  await save('erik', 'proud-of', secret);
  await save('erik', 'learned', 'To ask earlier.');
  const { mine } = await prepared('erik');
  expect(mine.answers.map(({ questionId, text }) => [questionId, text]).sort()).toEqual([
    ['learned', 'To ask earlier.'],
    ['proud-of', secret],
  ]);
  expect(mine).toMatchObject({ releasedAt: null, open: true });
});

it('Two windows that write the same answer never overwrite each other silently: the later one is shown both texts', async () => {
  const params = { talkId, questionId: 'learned' };
  const first = await samtal.as('erik').must(saveAnswer, { params, body: { text: 'From the office.' }, version: 1 });
  expect(first.version).toBe(2);
  const refused = await samtal.as('erik').refused(saveAnswer, { params, body: { text: 'From the phone.' }, version: 1 });
  expect(refused).toMatchObject({ status: 412, reason: 'stale', current: { text: 'From the office.', version: 2 } });
});

it('A scale and a choice are answered with what they offer, a few words besides, and with nothing else', async () => {
  await save('erik', 'clear-direction', 'near-to\nThe new area, I think.');
  await save('erik', 'ways-to-learn', 'alongside course');
  for (const [questionId, text] of [
    ['clear-direction', '4'],
    ['ways-to-learn', 'sleep'],
    ['ways-to-learn', 'course alongside'],
  ] as const) {
    const refused = await samtal.as('erik').refused(saveAnswer, { params: { talkId, questionId }, body: { text }, version: 1 });
    expect(refused).toMatchObject({ status: 400, reason: 'wrong-input', field: 'text' });
  }
});

it('Whatever can be typed is kept as it was typed; what is too long is refused with its limit, and what was saved stays', async () => {
  const typed = 'Ångström 🧭👩🏽‍🔬 שלום \u202eabc\u202c \ud83d and \udc00, e\u0301';
  await save('erik', 'energy', typed);
  expect((await prepared('erik')).mine.answers).toContainEqual(expect.objectContaining({ questionId: 'energy', text: typed }));
  const params = { talkId, questionId: 'energy' };
  for (const [length, reason] of [
    [answerLimit + 1, 'answer-too-long'],
    [1_048_576, 'too-large'],
  ] as const) {
    const refused = await samtal.as('erik').refused(saveAnswer, { params, body: { text: 'x'.repeat(length) }, version: 1 });
    expect(refused).toMatchObject({ status: 413, reason });
  }
  expect((await prepared('erik')).mine.answers).toContainEqual(expect.objectContaining({ questionId: 'energy', text: typed, version: 1 }));
});

it('Before release nothing the manager is sent contains an answer', async () => {
  expect((await prepared('maja')).theirs).toEqual({ releasedAt: null, answers: null });
  expect(await asSeenByManager()).not.toContain('Utö');
});

it('The employee is shown beforehand exactly what the manager will read, and the manager cannot ask for it', async () => {
  const preview = await samtal.as('erik').must(readPreview, { params: { talkId } });
  expect(preview.theirs.answers).toHaveLength(5);
  expect(JSON.stringify(await samtal.as('maja').must(readPreview, { params: { talkId } }))).not.toContain('Utö');
  await release('erik');
  await save('maja', 'strengths', 'Calm.');
  await release('maja');
  expect((await prepared('maja')).theirs.answers).toEqual(preview.theirs.answers);
  for (const who of ['erik', 'maja'])
    await samtal.as(who).must(withdrawPreparation, { params: { talkId }, version: (await prepared(who)).mine.version });
});

it('With the rule "when both have released", the answers open for both at the same moment', async () => {
  await release('erik');
  expect(await asSeenByManager()).not.toContain('Utö');
  await save('maja', 'proud-of', 'How calm Erik was in the storm.');
  expect((await prepared('erik')).theirs.answers).toBeNull();
  await release('maja');
  expect((await prepared('maja')).theirs.answers).toContainEqual({ questionId: 'proud-of', text: secret });
  expect((await prepared('erik')).theirs.answers).toContainEqual({ questionId: 'proud-of', text: 'How calm Erik was in the storm.' });
});

it('What was released cannot be changed unseen: it is taken back first, and the manager no longer reads it', async () => {
  const params = { talkId, questionId: 'proud-of' };
  const closed = await samtal.as('erik').refused(saveAnswer, { params, body: { text: 'Something else.' }, version: 1 });
  expect(closed).toMatchObject({ status: 409, reason: 'already-released' });
  const { version } = (await prepared('erik')).mine;
  await samtal.as('erik').must(withdrawPreparation, { params: { talkId }, version });
  expect(await asSeenByManager()).not.toContain('Utö');
  await save('erik', 'proud-of', `${secret} And in the dark.`, 1);
  await release('erik');
  expect((await prepared('maja')).theirs.answers).toContainEqual({ questionId: 'proud-of', text: `${secret} And in the dark.` });
});

it('A talk that was made before the newest template keeps the questions it was made with', async () => {
  const { version, template } = await samtal.as('elin').must(readTalk, { params: { talkId: otherTalkId } });
  expect(template.version).toBe(2);
  const { tenantId } = samtal.as('elin').person;
  await changeTalk(samtal.platform.db, tenantId, otherTalkId, version, { templateVersion: 1 });
  const asked = (await samtal.as('elin').must(readTalk, { params: { talkId: otherTalkId } })).template;
  expect(asked.version).toBe(1);
  const params = { talkId: otherTalkId, questionId: 'ways-to-learn' };
  expect(await samtal.as('elin').refused(saveAnswer, { params, body: { text: 'course' }, version: 0 })).toMatchObject({
    reason: 'question-unknown',
  });
});

it('The manager gives the hour another shape, both see it at once, and from the start of the talk it stays as it is', async () => {
  const params = { talkId };
  const body = { minutes: { ahead: 30, now: 5 }, points: [{ pointId: 'one', text: 'The survey ship in spring', minutes: 10 }] };
  expect((await samtal.as('maja').must(saveAgenda, { params, body, version: 0 })).version).toBe(1);
  expect(await samtal.as('erik').must(readAgenda, { params })).toEqual({ ...body, version: 1 });
  const { template, version } = await samtal.as('erik').must(readTalk, { params });
  expect(template.parts.map(({ id, minutes }) => [id, minutes])).toEqual([
    ['look-back', 10],
    ['now', 5],
    ['ahead', 30],
    ['support', 10],
    ['next-step', 5],
  ]);
  expect(await samtal.as('erik').refused(saveAgenda, { params, body, version: 1 })).toMatchObject({ status: 404 });
  const late = await samtal.as('maja').refused(saveAgenda, { params, body: { minutes: {}, points: [] }, version: 0 });
  expect(late).toMatchObject({ status: 412, current: { ...body, version: 1 } });
  await samtal.as('erik').must(withdrawPreparation, { params, version: (await prepared('erik')).mine.version });
  await samtal.as('maja').must(startTalk, { params, version });
  expect(await samtal.as('maja').refused(saveAgenda, { params, body, version: 1 })).toMatchObject({ reason: 'agenda-closed' });
  expect(
    await samtal.as('erik').refused(saveAnswer, { params: { talkId, questionId: 'energy' }, body: { text: 'Late.' }, version: 1 }),
  ).toMatchObject({
    reason: 'preparation-closed',
  });
});

it('What was never shared is on no page once the talk has begun; until it is erased its author finds it in the own export, and nobody else in theirs', async () => {
  expect((await prepared('erik')).mine.answers).toEqual([]);
  const ofTalk = async (who: string) => {
    const { exported, text } = await exportOf(samtal.as(who));
    return { own: exported.talks.find((one) => one.talkId === talkId)?.employeePreparation, has: text.includes('Utö') };
  };
  expect(await ofTalk('erik')).toMatchObject({ own: { releasedAt: null }, has: true });
  expect(await ofTalk('maja')).toEqual({ own: undefined, has: false });
});
