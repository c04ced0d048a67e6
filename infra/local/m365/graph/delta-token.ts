/** The opaque tokens of delta links: what the next round needs to know, in a form that nobody is meant to read. */
import type { World } from '../core/world.ts';
import { GraphRefusal } from './refusal.ts';
import { isObject, type Fields } from './shape.ts';

const lifetimeMs = 7 * 24 * 3_600_000;
const salt = 'graph-delta-1:';

export function writeToken(world: World, kind: string, state: Fields): string {
  return Buffer.from(`${salt}${JSON.stringify({ kind, at: world.clock.now().getTime(), ...state })}`).toString('base64url');
}

/** 410 for a token that is too old, of another kind, or none of ours: everything has to be read again. */
export function readToken(world: World, kind: string, token: string): Fields {
  const text = Buffer.from(token, 'base64url').toString();
  const state = text.startsWith(salt) ? parse(text.slice(salt.length)) : null;
  if (!state || state.kind !== kind || Number(state.at) + lifetimeMs < world.clock.now().getTime()) throw syncStateNotFound();
  return state;
}

export const syncStateNotFound = (): GraphRefusal =>
  new GraphRefusal(410, 'syncStateNotFound', 'The sync state generation is not found; a full resync is needed.');

function parse(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
