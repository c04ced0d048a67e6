/** An instance from outside: its shape by the schema, and that everything it names is there. */
import { instanceSchema, type Instance } from '../../planner/contract.ts';
import { isZone } from './zone-times.ts';

/** `path` of the first wrong field, as in `people[3].tz`. */
export type ReadInstance = { ok: true; instance: Instance } | { ok: false; path: string; message: string };

export function readInstance(value: unknown): ReadInstance {
  const parsed = instanceSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, path: pathOf(issue?.path ?? []), message: issue?.message ?? 'not an instance' };
  }
  const wrong = firstWrong(parsed.data);
  return wrong ? { ok: false, ...wrong } : { ok: true, instance: parsed.data };
}

type Wrong = { path: string; message: string };

const pathOf = (path: PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text === '' ? '' : `${text}.`}${String(part)}`),
    '',
  ) || '(the whole file)';

function firstWrong(instance: Instance): Wrong | null {
  return wrongPeople(instance) ?? wrongPools(instance) ?? wrongTalks(instance);
}

function wrongPeople({ people, profiles, holidays }: Instance): Wrong | null {
  const zones = new Map<string, boolean>();
  const ids = new Set<string>();
  for (const [index, { id, tz, profile, holidays: key }] of people.entries()) {
    const at = (field: string, message: string): Wrong => ({ path: `people[${index}].${field}`, message });
    if (ids.has(id)) return at('id', `"${id}" is there twice`);
    ids.add(id);
    if (!zones.has(tz)) zones.set(tz, isZone(tz));
    if (zones.get(tz) === false) return at('tz', `"${tz}" is no known time zone`);
    if (profile >= profiles.length) return at('profile', `there is no profile ${profile}`);
    if (key != null && !(key in holidays)) return at('holidays', `there are no holidays "${key}"`);
  }
  return null;
}

function wrongPools({ pools }: Instance): Wrong | null {
  const ids = new Set<string>();
  for (const [index, { id, rooms }] of pools.entries()) {
    if (ids.has(id)) return { path: `pools[${index}].id`, message: `"${id}" is there twice` };
    ids.add(id);
    const seen = new Set<string>();
    for (const [room, one] of rooms.entries()) {
      if (seen.has(one.id)) return { path: `pools[${index}].rooms[${room}].id`, message: `"${one.id}" is there twice` };
      seen.add(one.id);
    }
  }
  return null;
}

function wrongTalks({ talks, people, pools }: Instance): Wrong | null {
  const known = new Set(people.map(({ id }) => id));
  const poolIds = new Set(pools.map(({ id }) => id));
  const ids = new Set<string>();
  for (const [index, { id, manager, employee, extra, pool }] of talks.entries()) {
    const at = (field: string, message: string): Wrong => ({ path: `talks[${index}].${field}`, message });
    if (ids.has(id)) return at('id', `"${id}" is there twice`);
    ids.add(id);
    if (!known.has(manager)) return at('manager', `there is no person "${manager}"`);
    if (!known.has(employee)) return at('employee', `there is no person "${employee}"`);
    const missing = extra.findIndex((one) => !known.has(one));
    if (missing >= 0) return at(`extra[${missing}]`, `there is no person "${extra[missing]}"`);
    if (pool !== null && !poolIds.has(pool)) return at('pool', `there is no pool "${pool}"`);
  }
  return null;
}
