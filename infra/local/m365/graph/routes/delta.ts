/** users/delta: query options on the first call only, then the links that Graph gave. */
import type { World } from '../../core/world.ts';
import type { Answer, Call, Route } from '../call.ts';
import { readToken, writeToken } from '../delta-token.ts';
import { deltaPage, deltaPageSize, lastChange, type DeltaState, type DeltaWish } from '../directory-delta.ts';
import { checkOptions, root, selectOf } from '../odata/query.ts';
import { badRequest, GraphRefusal } from '../refusal.ts';
import { userProperties } from '../user-answer.ts';

const kind = 'users';
const mostIds = 50;

function usersDelta(world: World, call: Call): Answer {
  const next = call.query.get('$skiptoken');
  const since = call.query.get('$deltatoken') ?? call.query.get('$deltaToken');
  const state = next === null && since === null ? firstState(world, call, null) : stateOf(world, call, next, since ?? '');
  const { value, next: rest } = since === 'latest' ? { value: [], next: null } : deltaPage(world, state, wishOf(call));
  const link = rest
    ? { '@odata.nextLink': `${root}/users/delta?$skiptoken=${writeToken(world, kind, rest)}` }
    : { '@odata.deltaLink': `${root}/users/delta?$deltatoken=${writeToken(world, kind, { ...state, since: state.until, after: '' })}` };
  const headers: Record<string, string> = wishOf(call).minimal ? { 'Preference-Applied': 'return=minimal' } : {};
  return { status: 200, headers, body: { '@odata.context': `${root}/$metadata#users`, ...link, value } };
}

function stateOf(world: World, call: Call, next: string | null, since: string): DeltaState {
  const until = lastChange(world, call.caller.tenantId);
  if (next === null && since === 'latest') return firstState(world, call, until);
  for (const name of call.query.keys()) {
    if (!/^\$(skiptoken|deltatoken)$/i.test(name))
      throw badRequest(`The query option '${name}' belongs on the first call of a round only.`, 'Request_BadRequest');
  }
  const state = readToken(world, kind, next ?? since) as unknown as DeltaState;
  if (state.tenantId !== call.caller.tenantId)
    throw new GraphRefusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  return next === null ? { ...state, until } : state;
}

function firstState(world: World, call: Call, since: number | null): DeltaState {
  for (const name of ['$expand', '$top', '$orderby', '$search']) {
    if (call.query.has(name)) throw badRequest(`The query option '${name}' is not supported by this function.`, 'Request_UnsupportedQuery');
  }
  checkOptions(call, ['$select', '$filter', '$deltatoken', '$deltaToken']);
  const select = selectOf(call, 'user', [...userProperties, 'manager']);
  const { tenantId } = call.caller;
  return { tenantId, since, until: lastChange(world, tenantId), after: '', select, ids: idsOf(call.query.get('$filter')) };
}

/** The only filter there is: up to fifty ids. */
function idsOf(filter: string | null): string[] | null {
  if (filter === null) return null;
  const parts = filter.split(/\s+or\s+/i).map((part) => /^\s*id\s+eq\s+'([^']+)'\s*$/i.exec(part)?.[1]);
  const ids = parts.filter((id) => id !== undefined);
  if (ids.length < parts.length || ids.length > mostIds)
    throw badRequest(`$filter takes up to ${mostIds} ids here.`, 'Request_UnsupportedQuery');
  return ids;
}

function wishOf(call: Call): DeltaWish {
  const prefer = call.header('prefer') ?? '';
  const size = Number(/odata\.maxpagesize\s*=\s*(\d+)/i.exec(prefer)?.[1] ?? deltaPageSize);
  return { pageSize: Math.min(Math.max(size, 1), 999), minimal: /\breturn\s*=\s*minimal\b/i.test(prefer) };
}

export const deltaRoutes: Route[] = [{ method: 'GET', path: '/users/delta', answer: usersDelta }];
