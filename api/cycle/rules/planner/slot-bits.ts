/** Sets of slots as bits, 32 to a word: slot s is bit s % 32 of word s / 32. */
export type SlotBits = Int32Array;

export const emptyBits = (slots: number): SlotBits => new Int32Array((slots + 31) >> 5);

/** Takes `[from, to)` out of the set, as far as it lies within. */
export function clearRange(bits: SlotBits, from: number, to: number): void {
  const last = Math.min(to, bits.length << 5) - 1;
  const first = Math.max(0, from);
  if (last < first) return;
  const [a, b] = [first >> 5, last >> 5];
  const head = -1 << (first & 31);
  const tail = -1 >>> (31 - (last & 31));
  if (a === b) {
    bits[a]! &= ~(head & tail);
    return;
  }
  bits[a]! &= ~head;
  for (let word = a + 1; word < b; word += 1) bits[word] = 0;
  bits[b]! &= ~tail;
}

/** Adds one slot. */
export function setBit(bits: SlotBits, slot: number): void {
  bits[slot >> 5]! |= 1 << (slot & 31);
}

export const hasBit = (bits: SlotBits, slot: number): boolean => ((bits[slot >> 5]! >>> (slot & 31)) & 1) === 1;

/** Keeps a slot only if it and the `length - 1` after it are in the set: the starts at which something of that length fits. In place. */
export function keepRuns(bits: SlotBits, length: number): void {
  for (let have = 1; have < length;) {
    const step = Math.min(have, length - have, 31);
    const words = bits.length;
    for (let word = 0; word < words; word += 1) {
      const next = word + 1 < words ? bits[word + 1]! : 0;
      bits[word]! &= (bits[word]! >>> step) | (next << (32 - step));
    }
    have += step;
  }
}
