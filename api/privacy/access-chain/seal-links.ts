/** The marks of an access log: keyed hashes with the talk's own key, of its entries and of both ends of its chain. */
import type { Platform } from '#api/platform/platform.ts';
import { canonicalEnd, type Link, type OfTalk } from '../access-log/rules.ts';

export type Ground = Pick<Platform, 'db' | 'seal' | 'clock' | 'log'>;

/** An end of a chain with its own mark, for the store. */
export async function endOf(ground: Ground, of: OfTalk, which: 'from' | 'to', { number, mark }: Link): Promise<Link & { seal: string }> {
  return { number, mark, seal: await markOf(ground, of, canonicalEnd(which, of.talkId, { number, mark })) };
}

/** A keyed hash with the talk's own key: whoever reaches the store alone cannot make it. */
export const markOf = ({ seal }: Pick<Ground, 'seal'>, { tenantId, talkId }: OfTalk, text: string): Promise<string> =>
  seal.markOf({ tenantId, talkId, authorId: 'access-log' }, text);
