/**
 * Asks the policy table before a verb runs: whether the declared row grants anything at all to the ways in which this caller can stand to a
 * talk. Which talk, and in which state, the verb asks again. Serving an endpoint asks this, so that none can be forgotten.
 */
import type { Caller, Endpoint } from '#api/platform/endpoint/contract.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import { items, type Item, type Relation } from './contract.ts';
import { mayEver } from './rules/policy.ts';

const parties: Relation[] = ['employee', 'manager'];
type Actor = Pick<Person, 'isHr' | 'isOfficer'>;

export function mayCall({ may, about }: Pick<Endpoint, 'may' | 'about'>, actor: Actor | null): boolean {
  if (may !== 'anyone' && !actor) return false;
  if (may === 'hr' && !actor?.isHr) return false;
  if (may === 'access-officer' && !actor?.isOfficer) return false;
  if (about === null) return true;
  const { item, act } = about;
  return isItem(item) && standings(may, actor).some((relation) => mayEver(item, act, relation));
}

function standings(may: Caller, actor: Actor | null): Relation[] {
  if (may === 'anyone') return [];
  if (may === 'hr') return ['hr'];
  if (may === 'access-officer') return ['access-officer'];
  // Whoever has left is nobody's manager any more.
  if (may === 'link') return ['employee'];
  return may === 'signed-in' && actor?.isHr ? [...parties, 'hr'] : parties;
}

const isItem = (name: string): name is Item => (items as readonly string[]).includes(name);
