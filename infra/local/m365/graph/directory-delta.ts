/** users/delta: first everybody, page by page, then what the directory's history says has changed. Routes and tokens' form are elsewhere. */
import type { DirectoryChange, User } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { pick } from './odata/query.ts';
import type { Fields } from './shape.ts';
import { userFields } from './user-answer.ts';

export type DeltaState = {
  tenantId: string;
  /** History up to here has been told. */
  since: number | null;
  /** The round tells history up to here. */
  until: number;
  /** Last id that the round's pages have told. */
  after: string;
  select: string[] | null;
  ids: string[] | null;
};

/** Small enough that sixty people take several pages. */
export const deltaPageSize = 25;

export function lastChange(world: World, tenantId: string): number {
  return world.directoryChanges.count('tenant', tenantId);
}

/** How the caller wants a page. `minimal`: of what has changed, nothing but that. */
export type DeltaWish = { pageSize: number; minimal: boolean };

/** One page of a round: the people, and the state that the next page starts from (null when the round is over). */
export function deltaPage(world: World, state: DeltaState, { pageSize, minimal }: DeltaWish): { value: Fields[]; next: DeltaState | null } {
  const changes = changesOf(world, state);
  const ids = (changes ? [...changes.keys()] : world.users.by('tenant', state.tenantId).map(({ id }) => id))
    .filter((id) => id > state.after && (state.ids === null || state.ids.includes(id)))
    .sort((a, b) => (a < b ? -1 : 1));
  const page = ids.slice(0, pageSize);
  const value = page.map((id) => {
    const of = changes?.get(id) ?? null;
    return deltaItem(world, minimal && of ? { ...state, select: changedOf(state.select, of) } : state, id, of);
  });
  const last = page.at(-1);
  return { value, next: ids.length > page.length && last !== undefined ? { ...state, after: last } : null };
}

/** History of the round by person; null in the first round, which tells everything. */
function changesOf(world: World, { tenantId, since, until }: DeltaState): Map<string, DirectoryChange[]> | null {
  if (since === null) return null;
  const changes = new Map<string, DirectoryChange[]>();
  for (const change of world.directoryChanges.by('tenant', tenantId)) {
    if (change.seq > since && change.seq <= until) changes.set(change.userId, [...(changes.get(change.userId) ?? []), change]);
  }
  return changes;
}

/** Names of the account that Graph calls otherwise, or shows in two places. */
const shownAs: Record<string, string[]> = {
  mailbox: ['preferredLanguage'],
  mail: ['mail', 'proxyAddresses'],
  userPrincipalName: ['userPrincipalName', 'mailNickname'],
};

/** What is told of somebody in a minimal answer: the id, and what has changed of that which was selected. */
function changedOf(select: string[] | null, changes: DirectoryChange[]): string[] | null {
  const changed = changes.filter(({ kind }) => kind === 'changed');
  if (changed.some(({ properties }) => properties === undefined)) return select;
  const names = changed.flatMap(({ properties = [] }) => properties.flatMap((name) => shownAs[name] ?? [name]));
  return ['id', 'manager', ...names].filter((name) => name === 'id' || select === null || select.includes(name));
}

function deltaItem(world: World, { select, since }: DeltaState, id: string, changes: DirectoryChange[] | null): Fields {
  const user = world.users.get(id);
  // A deleted account waits thirty days in the bin, which Graph tells as "changed".
  if (!user) return { id, '@removed': { reason: 'changed' } };
  const fields = pick(userFields(user), select);
  if (select && !select.includes('manager')) return fields;
  const managers = since === null ? entry(user.managerId) : managerChanges(user, changes ?? []);
  return managers.length > 0 ? { ...fields, 'manager@delta': managers } : fields;
}

const type = '#microsoft.graph.user';
const entry = (managerId: string | null): Fields[] => (managerId === null ? [] : [{ '@odata.type': type, id: managerId }]);

function managerChanges(user: User, changes: DirectoryChange[]): Fields[] {
  const moves = changes.filter(({ kind }) => kind === 'manager');
  if (moves.length === 0) return [];
  const before = moves[0]?.managerBefore;
  if (before === undefined || before === user.managerId) return entry(user.managerId);
  return [{ '@odata.type': type, id: before, '@removed': { reason: 'deleted' } }, ...entry(user.managerId)];
}
