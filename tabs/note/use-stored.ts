/** Whether what is in this browser is stored on the server, read off two Yjs snapshots. Pure; knows no socket. */
import type { Snapshot } from 'yjs';
import type { StoredMessage } from '#api/note/contract.ts';

type Range = { clock: number; len: number };
/** The parts of a Yjs snapshot that say what a document holds: how far each client has come, and what is deleted. */
export type Holding = { sv: ReadonlyMap<number, number>; ds: { clients: ReadonlyMap<number, readonly Range[]> } };

/** True when everything in `local`, deletions included, is also in `stored`. */
export function isStored(local: Holding | Snapshot, stored: Holding | Snapshot): boolean {
  for (const [client, clock] of local.sv) if ((stored.sv.get(client) ?? 0) < clock) return false;
  for (const [client, ranges] of local.ds.clients) {
    const known = merged(stored.ds.clients.get(client) ?? []);
    if (!ranges.every((range) => known.some((wide) => wide.clock <= range.clock && range.clock + range.len <= wide.clock + wide.len)))
      return false;
  }
  return true;
}

/** Ranges in order, those that touch put together. */
function merged(ranges: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const { clock, len } of [...ranges].sort((a, b) => a.clock - b.clock)) {
    const last = found.at(-1);
    if (last && clock <= last.clock + last.len) last.len = Math.max(last.len, clock + len - last.clock);
    else found.push({ clock, len });
  }
  return found;
}

/**
 * Whether a change of the document in this browser is somebody's at this keyboard: not one that came from elsewhere, and not one that Yjs makes by itself when
 * it tidies up marks around nothing. That one comes without an origin, also on the page of somebody who may only read, where nobody stores it.
 */
export const isByHand = (origin: unknown, { local }: { local: boolean }): boolean => local && origin != null;

/** The snapshot in a stateless message of the server, as bytes; null for a message that is not about storing. Checked by hand: the tab has no schemas. */
export function readStored(payload: string): Uint8Array | null {
  const message = parse(payload);
  if (typeof message !== 'object' || message === null) return null;
  const { kind, snapshot } = message as Partial<StoredMessage>;
  if (kind !== 'stored' || typeof snapshot !== 'string') return null;
  return Uint8Array.from(atob(snapshot), (letter) => letter.charCodeAt(0));
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
