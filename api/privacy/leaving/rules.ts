/** Rules of the link for after leaving: what a secret looks like, and from when until when a link opens what is its maker's. Pure. */
import { employmentDays } from '#api/people/leaving/rules.ts';

const dayMs = 86_400_000;

/** 256 bits as base64url. Everything else is refused before anything is looked up. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What the directory's copy says of whoever made a link. */
export type Maker = {
  /** Since when the directory has them no more; null while they work here, and sign in. */ goneAt: Date | null;
  /** What was theirs is erased. */ erasedAt: Date | null;
};

/** When a link stops to open anything: with the very moment from which on what was theirs may be erased, whether or not a legal hold keeps it. */
export const opensUntil = (goneAt: Date): Date => new Date(goneAt.getTime() + employmentDays * dayMs);

/**
 * Whether a link opens now what is its maker's, and until when; null when it does not. Only one that was made while they worked here, only once they have
 * left, for 30 days, and nothing that is erased. Whoever comes back signs in.
 */
export function openUntil(madeAt: Date, { goneAt, erasedAt }: Maker, now: Date): Date | null {
  if (!goneAt || erasedAt || madeAt >= goneAt || now < goneAt) return null;
  const until = opensUntil(goneAt);
  return now < until ? until : null;
}
