/**
 * Adds accesses to their talks' chains: each entry holds the mark of the one before. Whoever else appends to the same talk takes its next number first or
 * second, never both; what waits meanwhile in this process goes together. Durable (majority, journaled) when it answers.
 */
import type { Db } from '#api/platform/db/db.ts';
import { keepLogged } from '#api/talk/logged/keep-logged.ts';
import { openChain } from '../access-chain/open-chain.ts';
import { endOf, markOf, type Ground } from '../access-chain/seal-links.ts';
import { moveEnd } from '../access-chain/store.ts';
import { accessKey, canonicalAccess, type Access, type ChainedAccess, type Link, type OfTalk } from './rules.ts';
import { addEntries as store, findNewest, listKnown } from './store.ts';

/** How often another process may have taken the number that was next, before it is called a fault. */
const mostTries = 50;

type Batch = { accesses: Map<string, Access>; added: Promise<void> };
type Talks = { waiting: Map<string, Batch>; running: Map<string, Promise<void>> };
const talksOf = new WeakMap<Db, Talks>();

export async function addEntries(ground: Ground, accesses: Access[]): Promise<void> {
  const talks = talksOf.get(ground.db) ?? { waiting: new Map<string, Batch>(), running: new Map<string, Promise<void>>() };
  talksOf.set(ground.db, talks);
  await Promise.all(accesses.map((access) => inTurn(ground, talks, access)));
}

/** Joins those that wait for the same talk, or is the first of the next to go. */
function inTurn(ground: Ground, { waiting, running }: Talks, access: Access): Promise<void> {
  const { tenantId, talkId } = access;
  const open = waiting.get(talkId);
  if (open) {
    open.accesses.set(accessKey(access), access);
    return open.added;
  }
  const fresh = new Map([[accessKey(access), access]]);
  const before = (running.get(talkId) ?? Promise.resolve()).catch(() => undefined);
  const added = before.then(() => {
    waiting.delete(talkId);
    return append(ground, { tenantId, talkId }, fresh);
  });
  waiting.set(talkId, { accesses: fresh, added });
  running.set(talkId, added);
  const forget = (): void => void (running.get(talkId) === added && running.delete(talkId));
  added.then(forget, forget);
  return added;
}

async function append(ground: Ground, of: OfTalk, wanted: Map<string, Access>): Promise<void> {
  const { db } = ground;
  for (let tries = 0; tries < mostTries && wanted.size > 0; tries += 1) {
    const last = (await findNewest(db, of.tenantId, of.talkId)) ?? (await openChain(ground, of));
    const chained = await chainAfter(ground, last, [...wanted.values()]);
    const newest = chained.at(-1);
    if (newest && (await store(db, chained))) {
      await moveEnd(db, of.talkId, 'to', await endOf(ground, of, 'to', newest));
      // The first ones: from now on the talk says that it has a log.
      if (last.number === 0) await keepLogged(ground, of);
      return;
    }
    for (const key of await listKnown(db, [...wanted.keys()])) wanted.delete(key);
  }
  if (wanted.size > 0) throw new Error('Others were always faster to write into this access log');
}

async function chainAfter(ground: Ground, last: Link, accesses: Access[]): Promise<ChainedAccess[]> {
  const chained: ChainedAccess[] = [];
  let { number, mark } = last;
  for (const access of accesses) {
    const entry = { ...access, number: number + 1, previous: mark };
    mark = await markOf(ground, access, canonicalAccess(entry));
    number += 1;
    chained.push({ ...entry, mark });
  }
  return chained;
}
