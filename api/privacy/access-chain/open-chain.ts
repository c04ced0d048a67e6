/**
 * Where the first entry of a talk follows: at the beginning of its chain, which is made when there is none. Only for a talk that is there, so that an entry
 * that comes late leaves nothing of one that was erased. A talk that has had a log and has none gets one that says so.
 */
import { findLogged } from '#api/talk/logged/keep-logged.ts';
import { lostLink, noLink, type Link, type OfTalk } from '../access-log/rules.ts';
import { endOf, type Ground } from './seal-links.ts';
import { addChain, findChain } from './store.ts';

export async function openChain(ground: Ground, of: OfTalk): Promise<Link> {
  const chain = await findChain(ground.db, of.talkId);
  if (chain) return { number: chain.from.number, mark: chain.from.mark };
  const { isThere, hasLog } = await findLogged(ground, of);
  if (!isThere) throw new Error('What is left of a talk that is gone is shown to nobody');
  const link = hasLog ? lostLink : noLink;
  const [from, to] = await Promise.all([endOf(ground, of, 'from', link), endOf(ground, of, 'to', link)]);
  await addChain(ground.db, of, { from, to });
  return link;
}
