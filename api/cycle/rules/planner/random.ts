/** Chance that can be repeated: the same seed gives the same numbers (xorshift with 32 bits; G. Marsaglia, "Xorshift RNGs", 2003). */
export type Random = { /** A whole number from 0 to below `limit`. */ below(limit: number): number };

export function randomFrom(seed: number): Random {
  // Zero would stay zero; neighbouring seeds are spread first.
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return {
    below(limit) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % limit;
    },
  };
}
