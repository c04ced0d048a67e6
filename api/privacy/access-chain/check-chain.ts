/** Checks that a talk's access log is whole: nothing changed, taken out, put in or put elsewhere since it was written. Changes nothing. */
import { findLogged } from '#api/talk/logged/keep-logged.ts';
import { canonicalAccess, isWhole, type ChainedAccess, type CheckedLink, type OfTalk } from '../access-log/rules.ts';
import { listChained } from '../access-log/store.ts';
import { endOf, markOf, type Ground } from './seal-links.ts';
import { findChain } from './store.ts';

/** A chain whose beginning is being cut at this moment is looked at once more. */
export async function isChainWhole(ground: Ground, of: OfTalk): Promise<boolean> {
  return (await look(ground, of)) || look(ground, of);
}

async function look(ground: Ground, of: OfTalk): Promise<boolean> {
  // The chain first: entries that are added meanwhile come after its newest end.
  const chain = await findChain(ground.db, of.talkId);
  const entries = await listChained(ground.db, of.tenantId, of.talkId);
  if (!chain) return entries.length === 0 && !(await findLogged(ground, of)).hasLog;
  for (const which of ['from', 'to'] as const) if ((await endOf(ground, of, which, chain[which])).seal !== chain[which].seal) return false;
  return isWhole(await withMarks(ground, of, entries), chain.from, chain.to);
}

/** Whether each of some entries is as it was written. What lies between them is not looked at: that the chain is whole was found when its newest were read. */
export async function areAsWritten(ground: Ground, of: OfTalk, entries: readonly ChainedAccess[]): Promise<boolean> {
  return (await withMarks(ground, of, entries)).every(({ mark, expected }) => mark === expected);
}

/** With the mark that their words make now. */
const withMarks = (ground: Ground, of: OfTalk, entries: readonly ChainedAccess[]): Promise<CheckedLink[]> =>
  Promise.all(entries.map(async (entry) => ({ ...entry, expected: await markOf(ground, of, canonicalAccess(entry)) })));
