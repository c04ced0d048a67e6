/** How much one look at what is due reads, with many talks in the store. */
import { watchNow } from '#api/reminder/watch/store.ts';
import { lookAtTalks } from '#api/reminder/watch/look-at-talks.ts';
import { crowdOf } from '#test/given/crowd.ts';
import { givenVirtualSamtal, givePeople, giveTalks, talksOf } from '#test/given/virtual-samtal.ts';

const now = new Date('2027-02-01T07:30:00Z');

export type Scan = { /** Watches read by one step, by how the store answered. */ read: number; due: number; milliseconds: number };

/** So many watched talks, of which so many are to be looked at now: what one step reads of them. */
export async function scan(talks: number, due: number): Promise<Scan> {
  const crowd = crowdOf([due], new Date('2027-02-15T00:00:00Z'));
  const samtal = await givenVirtualSamtal({ crowd, now, chance: () => 0 });
  try {
    const life = await samtal.begin(`${samtal.storeUri}${samtal.storeUri.includes('?') ? '&' : '/?'}monitorCommands=true`);
    const { platform } = life;
    await givePeople(life, crowd);
    await giveTalks(life, crowd);
    for (const { _id: talkId, tenantId } of await talksOf(life, crowd)) await watchNow(platform.db, { tenantId, talkId }, now);
    const watches = platform.db.connection.collection('reminderwatches');
    const later = { at: new Date(now.getTime() + 3_600_000), fence: 1, leaseUntil: null, attempts: 0, claim: null };
    for (let from = 0; from < talks - due; from += 5000) {
      const some = Array.from({ length: Math.min(5000, talks - due - from) }, (_, at) => ({
        _id: `x/${from + at}`,
        tenantId: 'x',
        talkId: String(at),
        due: later,
      }));
      await watches.insertMany(some as object[]);
    }
    let read = 0;
    const client = platform.db.connection.getClient();
    client.on('commandSucceeded', ({ commandName, reply }) => {
      const batch = (reply as { cursor?: { ns: string; firstBatch?: unknown[]; nextBatch?: unknown[] } }).cursor;
      if (!batch?.ns.endsWith('.reminderwatches') || !['find', 'getMore'].includes(commandName)) return;
      read += (batch.firstBatch ?? batch.nextBatch ?? []).length;
    });
    const began = performance.now();
    await lookAtTalks(platform);
    return { read, due, milliseconds: performance.now() - began };
  } finally {
    await samtal.stop();
  }
}
