/**
 * Searches what somebody may read of an employee's talks. Nothing is indexed: texts are opened talk by talk, compared and forgotten, so that the
 * store holds nothing that could be read without its keys. Every text is asked of the policy table, as when its own page reads it.
 */
import { listForSummary } from '#api/agreement/list-for-summary.ts';
import { listHeldOf } from '#api/checkin/answer/read-check-ins.ts';
import type { Goal } from '#api/development/goal/contract.ts';
import { openOwnNotes } from '#api/note/read-private-notes.ts';
import { readNotesText } from '#api/note/read-shared-notes.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { askedOf, describePreparations, type PartyAccess } from '#api/preparation/read-preparations.ts';
import { plainOf } from '#api/preparation/rules/formatting.ts';
import { readGiven } from '#api/preparation/rules/given.ts';
import type { Item } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { openPassed, type PassedTalk } from '../passing/list-passed.ts';
import type { Hit } from './contract.ts';
import { eachOf, listPast } from './list-past.ts';
import { readGoals } from './read-goals.ts';
import { readTopics } from './read-history.ts';
import { excerptOf, wordsOf } from './rules.ts';

type Found = { talkId: string | null; hits: Hit[] };
type Readable = Omit<Hit, 'excerpt'> & { text: string };

export async function findInHistory(
  platform: Platform,
  actor: Person,
  employeeId: string,
  wanted: string,
): Promise<Result<{ found: Found[]; more: boolean }>> {
  const past = await listPast(platform, actor, employeeId);
  if (!past) return refuse('not-found');
  const words = wordsOf(wanted);
  const [topics, goals] = await Promise.all([readTopics(platform, actor, employeeId), readGoals(platform, actor, employeeId)]);
  const hitsIn = (texts: Readable[]): Hit[] =>
    texts.flatMap(({ text, ...rest }) => {
      const excerpt = excerptOf(text, words);
      return excerpt === null ? [] : [{ ...rest, excerpt }];
    });
  const topicsOf = (talkId: string | null): Readable[] =>
    topics.filter((topic) => topic.talkId === talkId).map(({ text }) => ({ where: 'topics', question: null, text }));
  const inTalks = await eachOf(past.accesses, async (access): Promise<Found> => {
    const talkId = access.talk._id;
    return { talkId, hits: hitsIn([...(await textsOf(platform, actor, access)), ...topicsOf(talkId)]) };
  });
  const inPassed = await eachOf(past.passed, async (passed): Promise<Found> => {
    return { talkId: passed.talk._id, hits: hitsIn(await passedTextsOf(platform, passed)) };
  });
  const found = [{ talkId: null, hits: hitsIn([...topicsOf(null), ...goals.map(textOfGoal)]) }, ...inTalks, ...inPassed].filter(
    ({ hits }) => hits.length > 0,
  );
  return done({ found, more: past.more });
}

/** A goal is one thing to find: its words, why it matters, and what was noted on it. */
const textOfGoal = ({ what, why, steps }: Goal): Readable => ({
  ...{ where: 'goals', question: null },
  text: [what, why, ...steps.flatMap(({ note, before }) => [note, before?.what])].filter(Boolean).join(' '),
});

/** What an employee has passed on of a talk that somebody else held, and what was agreed in it. */
async function passedTextsOf(platform: Platform, passed: PassedTalk): Promise<Readable[]> {
  const [{ preparation, notes }, agreements] = await Promise.all([
    openPassed(platform, passed),
    mayAccess('agreements', 'read', 'new-manager', passed.policy) ? listForSummary(platform, passed.talk) : [],
  ]);
  return [
    ...(preparation ?? []).map(({ question, text }): Readable => ({
      ...{ where: 'employee-preparation', question: question.text },
      text: plainOf(readGiven(question.form, text).words),
    })),
    { where: 'shared-notes', question: null, text: notes?.plain ?? '' },
    ...agreements.map(({ text }): Readable => ({ where: 'agreements', question: null, text })),
  ];
}

/** Everything in one talk that this party may read now. */
async function textsOf(platform: Platform, actor: Person, access: PartyAccess): Promise<Readable[]> {
  const { talk, side, policy } = access;
  const may = (item: Item): boolean => mayAccess(item, 'read', side, policy);
  const [prepared, notes, agreements, own, checkIns] = await Promise.all([
    describePreparations(platform, access),
    may('shared-notes') ? readNotesText(platform, actor.tenantId, talk._id) : '',
    may('agreements') ? listForSummary(platform, talk) : [],
    may('private-notes') ? openOwnNotes(platform, actor, talk._id) : { text: '' },
    may('check-in') ? listHeldOf(platform, { talk, side }) : [],
  ]);
  const other = side === 'employee' ? 'manager' : 'employee';
  const questions = new Map(askedOf(access, 'employee').map((question) => [question.id, question]));
  const answers = (whose: typeof side, given: { questionId: string; text: string }[]): Readable[] =>
    given.flatMap(({ questionId, text }) => {
      const question = questions.get(questionId);
      // The words of it: marks of a scale and what was chosen are ids, not words that somebody wrote.
      return question
        ? [{ where: `${whose}-preparation`, question: question.text, text: plainOf(readGiven(question.form, text).words) }]
        : [];
    });
  return [
    ...answers(side, prepared.mine.answers),
    ...answers(other, prepared.theirs.answers ?? []),
    { where: 'shared-notes', question: null, text: notes },
    ...agreements.map(({ text }): Readable => ({ where: 'agreements', question: null, text })),
    { where: 'private-notes', question: null, text: own.text },
    ...checkIns.flatMap(({ answers: said }) =>
      said.map(({ text }): Readable => ({ where: 'check-ins', question: null, text: text ?? '' })),
    ),
  ];
}
