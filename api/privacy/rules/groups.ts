/** How small a group may be that anything is shown of. Counts nothing itself. */

/** Fewer people than this are never shown, nor can they be told from what is shown (security.md, decision 6). */
export const fewest = 5;
