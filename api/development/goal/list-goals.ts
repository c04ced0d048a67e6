/** Lists of goals: one's own, those of an employee, of one's people and theirs, and what the two of a talk have before them. */
import { findPeople, refOf } from '#api/people/find-people.ts';
import { listReports } from '#api/people/list-reports.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { listEmployeesOf } from '#api/talk/standing/list-employees.ts';
import { readLastHeld } from '#api/talk/standing/read-last-held.ts';
import type { Goals } from './contract.ts';
import { describeGoals } from './describe-goal.ts';
import { findManagersOf } from './read-goal.ts';
import { inOrder, isOpen, isSinceLast, mayGoal, type Managers } from './rules.ts';
import { listGoalsOfEmployees, listMarkedGoals, type GoalRecord } from './store.ts';

export async function listMyGoals(platform: Platform, actor: Person): Promise<Result<Goals>> {
  return done(await listOf(platform, actor, actor.personId, await findManagersOf(platform, actor.tenantId, actor.personId)));
}

export async function listGoalsOf(platform: Platform, actor: Person, employeeId: string): Promise<Result<Goals>> {
  const now = await findManagersOf(platform, actor.tenantId, employeeId);
  if (![employeeId, now.manager, now.managersManager].includes(actor.personId)) return refuse('not-found');
  return done(await listOf(platform, actor, employeeId, now));
}

/** For the two of a talk in any state, also before it: then it is what they prepare from. */
export async function listGoalsOfTalk(platform: Platform, actor: Person, talkId: string): Promise<Result<Goals>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const { employeeId } = access.talk;
  const [now, lastHeldAt] = await Promise.all([
    findManagersOf(platform, actor.tenantId, employeeId),
    readLastHeld(platform, actor.tenantId, access.talk),
  ]);
  return done(await listOf(platform, actor, employeeId, now, (goal) => goal.proposal !== 'declined' && isSinceLast(goal, lastHeldAt)));
}

export async function listTeamGoals(platform: Platform, actor: Person): Promise<Result<{ mine: Goals[]; further: Goals[] }>> {
  const { tenantId, personId } = actor;
  const team = await listEmployeesOf(platform, actor);
  const belowThem = (await Promise.all(team.map((id) => listReports(platform, tenantId, id)))).flat().map(({ id }) => id);
  const below = [...new Set(belowThem)].filter((id) => id !== personId && !team.includes(id));
  const goals = await Promise.all([listGoalsOfEmployees(platform.db, tenantId, team), listMarkedGoals(platform.db, tenantId, below)]);
  const lists = await Promise.all(goals.map((some) => byEmployee(platform, actor, some)));
  const isMine = ({ manager }: Goals): boolean => manager?.id === personId;
  const all = lists.flat();
  return done({ mine: all.filter(isMine), further: all.filter((one) => !isMine(one)) });
}

/** Open goals by employee, as far as the reader may read them; who has none is left out. */
async function byEmployee(platform: Platform, actor: Person, goals: GoalRecord[]): Promise<Goals[]> {
  const employees = [...new Set(goals.map(({ employeeId }) => employeeId))];
  const lists = await Promise.all(
    employees.map(async (employeeId) => {
      const now = await findManagersOf(platform, actor.tenantId, employeeId);
      const theirs = goals.filter((goal) => goal.employeeId === employeeId && goal.proposal === null && isOpen(goal.state));
      return show(platform, actor, employeeId, now, theirs);
    }),
  );
  return lists.filter((list) => list.goals.length > 0).sort((one, other) => one.employee.name.localeCompare(other.employee.name, 'sv'));
}

async function listOf(
  platform: Platform,
  actor: Person,
  employeeId: string,
  now: Managers,
  isMeant: (goal: GoalRecord) => boolean = () => true,
): Promise<Goals> {
  const found = await listGoalsOfEmployees(platform.db, actor.tenantId, [employeeId]);
  return show(platform, actor, employeeId, now, found.filter(isMeant));
}

async function show(platform: Platform, actor: Person, employeeId: string, now: Managers, goals: GoalRecord[]): Promise<Goals> {
  const shown = goals.filter((goal) => mayGoal(goal, actor.personId, now, 'read')).sort(inOrder);
  const people = await findPeople(platform, actor.tenantId, [employeeId, ...Object.values(now).flatMap((id) => id ?? [])]);
  const other = (id: string | null) => (id === null ? null : { id, name: people.get(id)?.name ?? '' });
  return {
    employee: refOf(people.get(employeeId), employeeId),
    goals: await describeGoals(platform, actor, shown, now),
    manager: other(now.manager),
    managersManager: other(now.managersManager),
  };
}
