/** The figures of quarters that are over: for HR every group, for a manager those that are the own group. Groups are the same for everybody. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { listOwnDepartments } from '#api/talk/standing/list-own-departments.ts';
import type { Figures } from './contract.ts';
import { groupsOf, isOver, ownGroups } from './rules.ts';
import { listCounts } from './store.ts';

const mostQuarters = 8;

export async function listFigures(platform: Platform, actor: Person): Promise<Result<{ quarters: Figures[] }>> {
  return done({ quarters: await figuresOf(platform, actor.tenantId) });
}

export async function listTeamFigures(platform: Platform, actor: Person): Promise<Result<{ quarters: Figures[] }>> {
  const own = await listOwnDepartments(platform, actor);
  if (own.size === 0) return done({ quarters: [] });
  const all = await figuresOf(platform, actor.tenantId);
  const quarters = all.map(({ quarter, groups }) => ({ quarter, groups: ownGroups(groups, own) }));
  return done({ quarters: quarters.filter(({ groups }) => groups.length > 0) });
}

async function figuresOf(platform: Platform, tenantId: string): Promise<Figures[]> {
  const now = platform.clock.now();
  const counted = (await listCounts(platform.db, tenantId)).filter(({ quarter }) => isOver(quarter, now));
  const quarters = [...new Set(counted.map(({ quarter }) => quarter))].slice(0, mostQuarters);
  return quarters
    .map((quarter) => ({ quarter, groups: groupsOf(counted.filter((one) => one.quarter === quarter)) }))
    .filter(({ groups }) => groups.length > 0);
}
