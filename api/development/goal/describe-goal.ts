/** Goals as somebody may see them who was found to stand so to them. Asks no policy whether: the caller has; only what of them. */
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Goal, GoalStep, GoalTerms } from './contract.ts';
import { mayGoal, type Managers } from './rules.ts';
import type { GoalRecord, StepRecord } from './store.ts';
import type { GoalLine } from '#api/development/terms/contract.ts';

type Words = Pick<GoalTerms, 'what' | 'why'>;

/** One key for all goals of an employee: both of the two write in them. */
export const scopeOf = ({ tenantId, employeeId }: Pick<GoalRecord, 'tenantId' | 'employeeId'>) => ({
  tenantId,
  talkId: `goals.${employeeId}`,
  authorId: 'shared',
});

export const sealWords = (platform: Platform, goal: Pick<GoalRecord, 'tenantId' | 'employeeId'>, { what, why }: Words): Promise<Buffer> =>
  platform.seal.closeText(scopeOf(goal), JSON.stringify({ what, why }));

export async function openWords(platform: Platform, goal: GoalRecord): Promise<Words> {
  return JSON.parse(await platform.seal.openText(scopeOf(goal), goal.sealed, 'goal')) as Words;
}

export async function openLine(platform: Platform, goal: GoalRecord): Promise<GoalLine> {
  const { what, why } = await openWords(platform, goal);
  return { goalId: goal._id, what, why, due: goal.due, state: goal.state };
}

export async function describeGoal(platform: Platform, actor: Person, { goal, now }: { goal: GoalRecord; now: Managers }): Promise<Goal> {
  const [one] = await describeGoals(platform, actor, [goal], now);
  if (!one) throw new Error('A goal that was just read could not be described');
  return one;
}

/** All of one employee, in their order. */
export async function describeGoals(platform: Platform, actor: Person, goals: GoalRecord[], now: Managers): Promise<Goal[]> {
  const ids = goals.flatMap(({ authorId, managerId, steps }) => [authorId, managerId, ...steps.map(({ by }) => by)]);
  const people = await findPeople(platform, actor.tenantId, ids);
  const nameOf = (id: string): string => people.get(id)?.name ?? '';
  return Promise.all(
    goals.map(async (goal): Promise<Goal> => {
      const may = (act: Parameters<typeof mayGoal>[3]): boolean => mayGoal(goal, actor.personId, now, act);
      const { version, visibility, proposal, authorId, managerId, madeAt } = goal;
      return {
        ...(await openLine(platform, goal)),
        ...{ version, visibility, proposal },
        authorName: nameOf(authorId),
        madeAt: madeAt.toISOString(),
        sharedWith: managerId === '' ? null : { id: managerId, name: nameOf(managerId) },
        steps: may('follow') ? await openSteps(platform, goal, actor.personId, nameOf) : [],
        may: { write: may('write'), follow: may('follow'), answer: may('answer') },
      };
    }),
  );
}

/** Newest first. */
async function openSteps(platform: Platform, goal: GoalRecord, readerId: string, nameOf: (id: string) => string): Promise<GoalStep[]> {
  const open = (sealed: Buffer | null): Promise<string> | null => sealed && platform.seal.openText(scopeOf(goal), sealed, 'goal-progress');
  const one = async ({ state, at, by, sealed, before }: StepRecord): Promise<GoalStep> => {
    const was = await open(before);
    return {
      state,
      note: await open(sealed),
      before: was === null ? null : (JSON.parse(was) as GoalStep['before']),
      byMe: by === readerId,
      name: nameOf(by),
      at: at.toISOString(),
    };
  };
  return (await Promise.all(goal.steps.map(one))).reverse();
}
