/** How one types into each item of the policy table for the talk of Erik and Maja: ids, versions and words. Expects nothing, and tries nothing that may be refused. */
import { randomUUID } from 'node:crypto';
import { addAgreement } from '#api/agreement/contract.ts';
import { addTopic, listTopicsOfTalk } from '#api/checkin/contract.ts';
import { listMyGoals } from '#api/development/goal/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { readSummary, readTalk, signTalk, type Talk } from '#api/talk/contract.ts';
import type { GivenSamtal } from '#test/given/samtal.ts';
import { words } from '#test/given/table-words.ts';

/** The talk as it is now. */
export type Typed = { samtal: GivenSamtal; talk: Talk };
export type Typing = ReturnType<typeof typingInto>;

export function typingInto(now: () => Typed) {
  const as = (who: string) => now().samtal.as(who);
  const idOf = (who: string): string => now().samtal.find(who).id;
  const params = () => ({ talkId: now().talk.talkId });
  const question = 'proud-of';
  const agreementId = randomUUID();
  const topicIds = { topicOfErik: randomUUID(), topicOfMaja: randomUUID(), topicOfBoth: randomUUID() };
  const goalIds = { goal: randomUUID(), goalOfTeam: randomUUID() };

  const versionOfAnswer = async (who: string): Promise<number> => {
    const { mine } = await as(who).must(readPreparations, { params: params() });
    return mine.answers.find(({ questionId }) => questionId === question)?.version ?? 0;
  };
  const versionOfTopic = async (who: string, topicId: string): Promise<number> => {
    const read = await as(who).call(listTopicsOfTalk, { params: params() });
    return read.body?.topics.find((topic) => topic.topicId === topicId)?.version ?? 1;
  };
  const versionOfGoal = async (goalId: string): Promise<number> =>
    (await as('erik').must(listMyGoals)).goals.find((one) => one.goalId === goalId)?.version ?? 0;

  return {
    ...{ params, question, agreementId, topicIds, goalIds, versionOfAnswer, versionOfTopic, versionOfGoal },
    agendaBody: { minutes: {}, points: [{ pointId: 'one', text: words.agenda, minutes: 5 }] },
    checkInDay: (): string => now().talk.start?.slice(0, 10) ?? '',
    async answer(who: string, text: string): Promise<void> {
      const asked = { params: { ...params(), questionId: question }, body: { text } };
      await as(who).must(saveAnswer, { ...asked, version: await versionOfAnswer(who) });
    },
    async release(who: string): Promise<void> {
      const { mine } = await as(who).must(readPreparations, { params: params() });
      await as(who).must(releasePreparation, {
        params: params(),
        body: { withId: idOf(who === 'erik' ? 'maja' : 'erik') },
        version: mine.version,
      });
    },
    async sign(who: string): Promise<void> {
      const { hash } = await as(who).must(readSummary, { params: params() });
      const { version } = await as(who).must(readTalk, { params: params() });
      const body = { hash, comment: `${words.objected}, fast jag skriver under.` };
      await as(who).must(signTalk, { params: params(), body, version });
    },
    raise(who: string, topic: keyof typeof topicIds, shared: boolean) {
      const body = {
        topicId: topicIds[topic],
        employeeId: idOf('erik'),
        text: words[topic],
        withId: shared ? idOf(who === 'erik' ? 'maja' : 'erik') : null,
      };
      return as(who).must(addTopic, { body });
    },
    goalOf: (visibility: 'manager' | 'team', what: string) => ({
      what,
      why: `Därför: ${what}`,
      due: null,
      visibility,
      managerId: idOf('maja'),
    }),
    agreeOn(who: string, text: string, id: string = randomUUID()) {
      const body = { agreementId: id, text, ownerId: idOf('erik'), due: null };
      return as(who).call(addAgreement, { params: params(), body });
    },
  };
}
