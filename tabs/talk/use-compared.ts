/** Which questions two talks are compared by, whose templates may differ. Pure. */
import type { Question, Template } from '#api/template/contract.ts';

type Asks = Pick<Template, 'parts'>;
const questionsOf = ({ parts }: Asks): Question[] => parts.flatMap(({ questions }) => questions);

/** Those of the later talk in their order, then those that only the earlier one asked. A question is the same when its id is. */
export function questionsOfBoth(earlier: Asks, later: Asks): Question[] {
  const now = questionsOf(later);
  return [...now, ...questionsOf(earlier).filter(({ id }) => !now.some((question) => question.id === id))];
}
