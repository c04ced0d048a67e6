/** What happens at the API when somebody tries to write into each item of the policy table, and who may by the table. What is written does not change any of the words. */
import { randomUUID } from 'node:crypto';
import { changeProgress, listOfTalk } from '#api/agreement/following/contract.ts';
import { answerCheckIn, readCheckIns } from '#api/checkin/answer/contract.ts';
import { closeTopic, updateTopic } from '#api/checkin/contract.ts';
import { changeGoal, updateGoal } from '#api/development/goal/contract.ts';
import { readPrivateNotes, savePrivateNotes } from '#api/note/contract.ts';
import { saveAnswer } from '#api/preparation/contract.ts';
import type { Act, Item, Relation } from '#api/privacy/contract.ts';
import { readAgenda, saveAgenda } from '#api/talk/agenda/contract.ts';
import { answerAmendment, proposeAmendment, readRecord } from '#api/talk/signing/contract.ts';
import type { Typed, Typing } from '#test/given/table-typing.ts';
import { words, type Written } from '#test/given/table-words.ts';

type Now = Typed & {
  written: Written;
  /** By the table, as the talk is now. */ may: (item: Item, act: Act, relation: Relation) => boolean;
};
/** `attempt` answers the status; below 400 it was taken. */
type Write = [what: string, allowed: (relation: Relation) => boolean, attempt: (who: string) => Promise<number>];

export function writesInto(now: () => Now, typing: Typing): Write[] {
  const as = (who: string) => now().samtal.as(who);
  const may = (item: Item, act: Act, relation: Relation): boolean => now().may(item, act, relation);
  const { params, question, agreementId, topicIds, goalIds, versionOfAnswer, versionOfTopic, versionOfGoal } = typing;
  const { agendaBody, checkInDay, agreeOn, goalOf } = typing;
  return [
    [
      'an answer',
      (relation) =>
        (relation === 'employee' && !now().talk.employeeReleasedAt && may('preparation-draft', 'write', relation)) ||
        (relation === 'manager' && !now().talk.managerReleasedAt && may('manager-preparation', 'write', relation)),
      async (who) => {
        const version = who === 'erik' || who === 'maja' ? await versionOfAnswer(who) : 0;
        const text = who === 'maja' ? words.answerOfMaja : words.answerOfErik;
        return (await as(who).call(saveAnswer, { params: { ...params(), questionId: question }, body: { text }, version })).status;
      },
    ],
    [
      'private notes',
      (relation) => may('private-notes', 'write', relation),
      async (who) => {
        const read = await as(who).call(readPrivateNotes, { params: params() });
        const { text, version } = read.body ?? { text: 'mine', version: 0 };
        return (await as(who).call(savePrivateNotes, { params: params(), body: { text }, version })).status;
      },
    ],
    [
      'the agenda',
      (relation) => may('agenda', 'write', relation),
      async (who) => {
        const { version } = await as('maja').must(readAgenda, { params: params() });
        return (await as(who).call(saveAgenda, { params: params(), body: agendaBody, version })).status;
      },
    ],
    [
      'the words of a topic that is not shared',
      (relation) => relation === 'employee' && may('topic-draft', 'write', relation),
      async (who) => {
        const topicId = topicIds.topicOfErik;
        const version = await versionOfTopic(who, topicId);
        return (await as(who).call(updateTopic, { params: { topicId }, body: { text: words.topicOfErik }, version })).status;
      },
    ],
    [
      'that a shared topic waits',
      (relation) => may('topic', 'write', relation),
      async (who) => {
        const topicId = topicIds.topicOfBoth;
        const version = await versionOfTopic(who, topicId);
        return (await as(who).call(closeTopic, { params: { topicId }, body: { takenUp: false, talkId: null }, version })).status;
      },
    ],
    [
      'the words of a goal',
      (relation) => may('goal', 'write', relation),
      async (who) => {
        const asked = { params: { goalId: goalIds.goal }, body: goalOf('manager', words.goal), version: await versionOfGoal(goalIds.goal) };
        return (await as(who).call(updateGoal, asked)).status;
      },
    ],
    [
      'how a goal goes',
      (relation) => may('goal-progress', 'write', relation),
      async (who) => {
        const asked = { params: { goalId: goalIds.goalOfTeam }, version: await versionOfGoal(goalIds.goalOfTeam) };
        const { status } = await as(who).call(changeGoal, { ...asked, body: { state: 'going-on', note: words.goalNoted } });
        now().written.goalNoted ||= status === 200;
        return status;
      },
    ],
    ['an agreement', (relation) => may('agreements', 'write', relation), async (who) => (await agreeOn(who, 'More.')).status],
    [
      'how an agreement goes',
      (relation) => relation !== 'hr' && may('agreement-status', 'write', relation),
      async (who) => {
        const read = await as(who).call(listOfTalk, { params: params() });
        const version = read.body?.agreements.find((one) => one.agreementId === agreementId)?.followVersion ?? 0;
        const body = { status: 'under-way' as const, note: words.noted };
        const { status } = await as(who).call(changeProgress, { params: { ...params(), agreementId }, body, version });
        now().written.noted ||= status === 200;
        return status;
      },
    ],
    [
      'a check-in',
      (relation) => may('check-in', 'write', relation),
      async (who) => {
        const { version } = (await as(who).call(readCheckIns, { params: params() })).body ?? { version: 0 };
        const body = { how: 'partly', need: 'word', weeks: 4, text: words.checkIn } as const;
        const { status } = await as(who).call(answerCheckIn, { params: { ...params(), day: checkInDay() }, body, version });
        now().written.checkIn ||= status === 200;
        return status;
      },
    ],
    [
      'a suggested change, taken back again',
      (relation) => may('amendments', 'write', relation),
      async (who) => {
        const version = async (): Promise<number> => (await as(who).call(readRecord, { params: params() })).body?.version ?? 1;
        const [entryId, due] = [randomUUID(), '2027-12-01'];
        const change = { agreementId, text: words.suggested, ownerId: now().samtal.find('erik').id, due };
        const suggested = { params: params(), body: { entryId, text: words.suggested, change }, version: await version() };
        const { status } = await as(who).call(proposeAmendment, suggested);
        const body = { answer: 'withdrawn' as const, text: null };
        if (status === 200) await as(who).must(answerAmendment, { params: { ...params(), entryId }, body, version: await version() });
        now().written.suggested ||= status === 200;
        return status;
      },
    ],
  ];
}
