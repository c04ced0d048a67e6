/** Checks that a talk's access log is whole: nothing changed, taken out, put in or put elsewhere since it was written. Changes nothing. */
import { canonicalAccess, isWhole } from '../rules.ts';
import { listChained } from '../store.ts';
import { endOf, markOf, type Ground, type OfTalk } from './seal-links.ts';
import { findChain } from './store.ts';

/** A chain whose beginning is being cut at this moment is looked at once more. */
export async function isChainWhole(ground: Ground, of: OfTalk): Promise<boolean> {
  return (await look(ground, of)) || look(ground, of);
}

async function look(ground: Ground, of: OfTalk): Promise<boolean> {
  // The chain first: entries that are added meanwhile come after its newest end.
  const chain = await findChain(ground.db, of.talkId);
  const entries = await listChained(ground.db, of.tenantId, of.talkId);
  if (!chain) return entries.length === 0;
  for (const which of ['from', 'to'] as const) if ((await endOf(ground, of, which, chain[which])).seal !== chain[which].seal) return false;
  const links = await Promise.all(entries.map(async (entry) => ({ ...entry, expected: await markOf(ground, of, canonicalAccess(entry)) })));
  return isWhole(links, chain.from, chain.to);
}
