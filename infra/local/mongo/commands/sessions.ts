/**
 * Retryable writes: the answer to each session's last numbered write is kept, in memory and on disk, so that a write that is sent again is
 * answered again and not done again. https://www.mongodb.com/docs/manual/core/retryable-writes/
 */
import { Binary, Long } from 'bson';
import type { Disk, Loaded } from '../engine/disk.ts';
import { StoreError } from '../errors.ts';
import { decode, encode, isDoc, type Doc } from '../values/types.ts';
import type { Command, Sessions } from './call.ts';

type Last = { number: bigint; reply: Uint8Array; at: number };
/** How long a session without writes is kept, as the handshake tells. */
export const sessionMinutes = 30;

export function createSessions(disk: Disk, stored: Loaded['sessions'], now: number): Sessions {
  const last = new Map<string, Last>();
  const end = (id: string): void => {
    if (last.delete(id)) disk.putSession(id, null);
  };
  for (const { id, raw } of stored) {
    const { number, reply, at } = decode(raw) as { number: Long; reply: Binary; at: Date };
    last.set(id, { number: number.toBigInt(), reply: reply.value(), at: at.getTime() });
  }
  dropOld(last, now, end);
  return {
    recall(command) {
      const { id, number } = writeOf(command);
      const known = id === null ? undefined : last.get(id);
      if (!known || known.number < number) return null;
      if (known.number > number) {
        throw new StoreError(
          225,
          `Retryable write with txnNumber ${number} is prohibited on session because a newer one with txnNumber ${known.number} has already started on this session.`,
        );
      }
      return known.reply;
    },
    keep(command, reply) {
      const { id, number } = writeOf(command);
      if (id === null) return;
      const at = Date.now();
      // Kept in the order of use, so that those to drop stand first.
      last.delete(id);
      last.set(id, { number, reply, at });
      dropOld(last, at, end);
      disk.putSession(id, encode({ number: Long.fromBigInt(number), reply: new Binary(reply), at: new Date(at) }));
    },
    end,
  };
}

function dropOld(last: Map<string, Last>, now: number, end: (id: string) => void): void {
  for (const [id, { at }] of last) {
    if (now - at < sessionMinutes * 60_000) return;
    end(id);
  }
}

/** Session and number of a write that may be sent again; no session when it has no number. */
function writeOf({ lsid, txnNumber }: Doc): { id: string | null; number: bigint } {
  const id = idOf(lsid);
  return txnNumber instanceof Long && id ? { id, number: txnNumber.toBigInt() } : { id: null, number: 0n };
}

const idOf = (lsid: unknown): string | null => (isDoc(lsid) && lsid.id instanceof Binary ? lsid.id.toString('hex') : null);

export const endSessions: Command = {
  fields: [],
  writes: true,
  run({ command, sessions }) {
    for (const lsid of Array.isArray(command.endSessions) ? command.endSessions : []) {
      const id = idOf(lsid);
      if (id) sessions.end(id);
    }
    return {};
  },
};
export const refreshSessions: Command = { fields: [], run: () => ({}) };
