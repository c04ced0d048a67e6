/**
 * Several instances of Samtal ask Outlook for the same app, and Microsoft counts them together: each keeps to its part of every mailbox's limit, by how
 * many of them there are. A new one is known to the others within seconds; until then they are refused now and then, and wait.
 */
import { randomUUID } from 'node:crypto';
import { countInstances } from '../db/instances.ts';
import type { Platform } from '../platform.ts';

/** A step of the clock, for one instance. */
export function createSharing({ db, clock, graph }: Platform): () => Promise<boolean> {
  const id = randomUUID();
  return async () => {
    graph.pace.share(await countInstances(db, id, clock.now()));
    return false;
  };
}
