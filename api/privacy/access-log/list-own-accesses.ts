/** What a person's export holds of access logs: who opened their talks as far as they may know it, and what they asked for and were not given. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { items, type Item, type Relation } from '../contract.ts';
import { accessActs, accessChannels, type AccessEntry } from './contract.ts';
import { describeEntries } from './read-access-log.ts';
import { listRefused } from '../refused-access/store.ts';
import { isShownTo } from './rules.ts';
import { listChained } from './store.ts';

/** Everything in one talk, oldest first, for a caller who has asked the policy table. */
export async function listOwnAccesses(platform: Platform, actor: Person, talkId: string, relation: Relation): Promise<AccessEntry[]> {
  const entries = await listChained(platform.db, actor.tenantId, talkId);
  const shown = entries.filter((entry) => isShownTo({ personId: actor.personId, relation }, entry));
  return describeEntries(
    platform,
    actor,
    shown.map((entry, at) => ({ ...entry, place: at + 1 })),
  );
}

type OwnRefused = Pick<AccessEntry, 'item' | 'act' | 'channel'> & { count: number; firstAt: string; lastAt: string };

export async function listOwnRefused(platform: Platform, { tenantId, personId }: Person): Promise<OwnRefused[]> {
  return (await listRefused(platform.db, tenantId, personId)).flatMap(({ item, act, channel, count, firstAt, lastAt }) => {
    const words = { item: items.find((one): one is Item => one === item), act: accessActs.find((one) => one === act) };
    const way = accessChannels.find((one) => one === channel);
    if (!words.item || !words.act || !way) return [];
    return [{ item: words.item, act: words.act, channel: way, count, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() }];
  });
}
