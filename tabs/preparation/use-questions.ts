/** The questions of a preparation in their order, and which of them are answered. Pure. */
import type { Part, Question, Template } from '#api/template/contract.ts';
import type { Side } from '#api/talk/contract.ts';

export type Asked = { part: Part; question: Question };

/** What this side is asked, part by part. */
export function questionsOf(template: Pick<Template, 'parts'>, side: Side): Asked[] {
  return template.parts.flatMap((part) =>
    part.questions.filter(({ asks }) => asks === 'both' || asks === side).map((question) => ({ part, question })),
  );
}

export type Answered = ReadonlySet<string>;

/** Ids of the questions whose answer says something. */
export function answeredIn(answers: readonly { questionId: string; text: string }[]): Answered {
  return new Set(answers.filter(({ text }) => text.trim() !== '').map(({ questionId }) => questionId));
}

/** Where to begin or go on: the first question without an answer; with all answered, the step at the end. */
export function whereToBegin(asked: readonly Asked[], answered: Answered, end: number): number {
  const open = asked.findIndex(({ question }) => !answered.has(question.id));
  return open === -1 ? end : open;
}

/** The parts that have questions for this side, in their order. */
export const partsOf = (asked: readonly Asked[]): Part[] => [...new Set(asked.map(({ part }) => part))];

export type PartProgress = { part: Part; done: number; of: number; first: number };

/** Each part that has questions for this side: how much of it is answered, and where its first open question is. */
export function progressOf(asked: readonly Asked[], answered: Answered): PartProgress[] {
  return partsOf(asked).map((part) => {
    const places = asked.flatMap((one, at) => (one.part === part ? [{ at, isDone: answered.has(one.question.id) }] : []));
    const begin = places.find(({ isDone }) => !isDone) ?? places[0];
    return { part, done: places.filter(({ isDone }) => isDone).length, of: places.length, first: begin?.at ?? 0 };
  });
}
