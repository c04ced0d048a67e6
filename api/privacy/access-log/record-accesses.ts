/**
 * Writes down what somebody was shown of talks, before they are shown it, and what they asked for and were not given. Every channel ends here with its
 * reading; what an access was of is said by the seal that opened it (platform/reading), so that no endpoint can forget it.
 */
import type { Db } from '#api/platform/db/db.ts';
import type { Endpoint } from '#api/platform/endpoint/contract.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Reader, Reading } from '#api/platform/reading/reading.ts';
import { items, relations, type Relation } from '../contract.ts';
import { addEntries } from './add-entries.ts';
import type { Ground } from '../access-chain/seal-links.ts';
import { accessActs, accessChannels } from './contract.ts';
import { countRefused } from '../refused-access/store.ts';
import { accessKey, actOf, isOfTalk, type Access } from './rules.ts';

/** How a call of an endpoint is told to the access log. */
export function readerOf(entry: Endpoint, { tenantId, personId }: Person): Reader {
  return { tenantId, personId, act: actOf(entry), channel: entry.may === 'link' ? 'link' : 'tab' };
}

/** What this process knows to be written, of one hour: reading it again within that hour costs nothing. */
const written = new WeakMap<Db, { hour: string; keys: Set<string> }>();
const mostKnown = 100_000;

/** False: something could not be written down, and must not be shown. */
export async function recordAccesses(platform: Ground, reading: Reading): Promise<boolean> {
  if (reading.shown.size === 0) return true;
  const at = platform.clock.now();
  const known = knownIn(platform.db, at.toISOString().slice(0, 13));
  const fresh = new Map<string, Access>();
  for (const access of accessesOf(platform, reading, at)) if (!known.has(accessKey(access))) fresh.set(accessKey(access), access);
  if (fresh.size === 0) return true;
  try {
    await addEntries(platform, [...fresh.values()]);
  } catch (error) {
    platform.log.error({ channel: reading.reader.channel, err: error }, 'accesses could not be written down, and nothing is shown');
    return false;
  }
  for (const key of fresh.keys()) known.add(key);
  return true;
}

/** Counts what was asked for and not given. That this fails is no reason to answer otherwise: nothing was shown. */
export async function recordRefused(platform: Ground, { reader, refused }: Reading): Promise<void> {
  const at = platform.clock.now();
  try {
    await Promise.all([...refused].map((item) => countRefused(platform.db, { ...reader, item, at })));
  } catch (error) {
    platform.log.error({ channel: reader.channel, err: error }, 'a refused access could not be counted');
  }
  for (const item of refused) platform.log.info({ item, act: reader.act, channel: reader.channel }, 'an access was refused');
}

function knownIn(db: Db, hour: string): Set<string> {
  const now = written.get(db);
  if (now?.hour === hour && now.keys.size < mostKnown) return now.keys;
  const keys = new Set<string>();
  written.set(db, { hour, keys });
  return keys;
}

/** With the standing under which the table let the reader have it. */
function accessesOf({ log }: Ground, { reader, shown, standings }: Reading, at: Date): Access[] {
  return [...shown.values()].flatMap(({ talkId, item: name }) => {
    if (!isOfTalk(talkId)) return [];
    const item = items.find((one) => one === name);
    if (!item) throw new Error(`Words were opened as something that the policy table does not know: ${name}`);
    const found = standings.get(talkId) ?? [];
    const under = found.find(({ mayRead, mayExport }) => mayRead(item) || (reader.act === 'export' && mayExport(item)));
    // It is written down all the same: an entry outside the table is what an auditor looks for.
    if (!under) log.error({ talkId, item, relations: found.map(({ relation }) => relation) }, 'an access is outside the policy table');
    const { relation, state } = under ?? found[0] ?? { relation: 'other', state: 0 };
    return [{ ...whoOf(reader), talkId, item, relation: relationOf(relation), state, at }];
  });
}

function whoOf({ tenantId, personId, act, channel }: Reading['reader']): Pick<Access, 'tenantId' | 'personId' | 'act' | 'channel'> {
  const [knownAct, knownChannel] = [accessActs.find((one) => one === act), accessChannels.find((one) => one === channel)];
  if (!knownAct || !knownChannel) throw new Error(`The access log has no word for ${act} on ${channel}`);
  return { tenantId, personId, act: knownAct, channel: knownChannel };
}

const relationOf = (name: string): Relation => relations.find((one) => one === name) ?? 'other';
