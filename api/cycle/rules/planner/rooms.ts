/** Rooms of all pools in one row: which a talk may use, and when they are taken by others. */
import type { Instance } from '../../planner/contract.ts';
import { clearRange, emptyBits, keepRuns, type SlotBits } from './slot-bits.ts';

/** Marks a slot that somebody outside the plan has. */
export const takenByOthers = -2;
export const free = -1;

export type Rooms = {
  /** By pool id, a space, room id. */
  indexOf: Map<string, number>;
  ids: string[];
  /** The pool of each talk, or -1; the rooms of pool p are those from `first[p]` to below `first[p + 1]`. */
  poolOf: Int32Array;
  first: Int32Array;
  /** Per room and slot: `takenByOthers` or `free`. */
  taken: Int32Array;
  /** Starts at which some room of the pool has the length free. */
  startsOf(pool: number, length: number): SlotBits;
};

export function findRooms({ pools, talks, slots }: Instance, order: Int32Array): Rooms {
  const indexOf = new Map<string, number>();
  const ids: string[] = [];
  const first = new Int32Array(pools.length + 1);
  const busy: number[][] = [];
  const poolIndex = new Map(pools.map(({ id }, index) => [id, index]));
  for (const [index, pool] of pools.entries()) {
    first[index] = ids.length;
    for (const room of [...pool.rooms].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      indexOf.set(`${pool.id} ${room.id}`, ids.length);
      ids.push(room.id);
      busy.push(room.busy);
    }
  }
  first[pools.length] = ids.length;
  const taken = new Int32Array(ids.length * slots).fill(free);
  for (const [room, list] of busy.entries())
    for (let at = 0; at + 1 < list.length; at += 2) {
      const [from, to] = [Math.max(0, list[at]!), Math.min(slots, list[at + 1]!)];
      if (from < to) taken.fill(takenByOthers, room * slots + from, room * slots + to);
    }
  const known = new Map<string, SlotBits>();
  const startsOf = (pool: number, length: number): SlotBits => {
    const key = `${pool} ${length}`;
    const before = known.get(key);
    if (before) return before;
    const any = emptyBits(slots);
    for (let room = first[pool]!; room < first[pool + 1]!; room += 1) {
      const bits = emptyBits(slots).fill(-1);
      clearRange(bits, slots, bits.length << 5);
      for (let at = 0; at + 1 < busy[room]!.length; at += 2) clearRange(bits, busy[room]![at]!, busy[room]![at + 1]!);
      keepRuns(bits, length);
      for (let word = 0; word < any.length; word += 1) any[word]! |= bits[word]!;
    }
    known.set(key, any);
    return any;
  };
  const poolOf = Int32Array.from(order, (index) => poolIndex.get(talks[index]!.pool ?? '') ?? -1);
  return { indexOf, ids, poolOf, first, taken, startsOf };
}
