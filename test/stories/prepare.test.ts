/** An employee is told, prepares in peace and releases; until then the manager's answers from the API contain none of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPreparations, releasePreparation, saveAnswer, withdrawPreparation } from '#api/preparation/contract.ts';
import { listTeamTalks, readTalk } from '#api/talk/contract.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let talkId: string;
const secret = 'I led the survey of Utö alone.';

beforeAll(async () => {
  samtal = await givenSamtal();
  ({ talkId } = await (await givenLaunchedCycle(samtal)).talkOf('erik'));
});
afterAll(() => samtal?.stop());

const save = async (who: string, questionId: string, text: string, version = 0): Promise<void> =>
  void (await samtal.as(who).must(saveAnswer, { params: { talkId, questionId }, body: { text }, version }));
const prepared = (who: string) => samtal.as(who).must(readPreparations, { params: { talkId } });
const release = async (who: string) =>
  samtal.as(who).must(releasePreparation, { params: { talkId }, version: (await prepared(who)).mine.version });
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
  expect(decodeURIComponent(mails[0]?.html ?? '')).toContain(`talks/${talkId}/prepare`);
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

it('Before release nothing the manager is sent contains an answer', async () => {
  expect((await prepared('maja')).theirs).toEqual({ releasedAt: null, answers: null });
  expect(await asSeenByManager()).not.toContain('Utö');
});

it('With the rule "when both have released", the answers open for both at the same moment', async () => {
  await release('erik');
  expect(await asSeenByManager()).not.toContain('Utö');
  await save('maja', 'proud-of', 'How calm Erik was in the storm.');
  expect((await prepared('erik')).theirs.answers).toBeNull();
  await release('maja');
  expect((await prepared('maja')).theirs.answers).toContainEqual({ questionId: 'proud-of', text: secret });
  expect((await prepared('erik')).theirs.answers).toEqual([{ questionId: 'proud-of', text: 'How calm Erik was in the storm.' }]);
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
