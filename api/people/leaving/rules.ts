/**
 * Rules of leaving: who has left as far as the directory says, when their employment counts as ended, and when the directory is not believed. Pure. What is
 * erased of them is in privacy/erasure.
 */

/** What is a person's goes so many days after their employment has ended (security.md, "Retention defaults"): when the directory had them no more. */
export const employmentDays = 30;
/** More people than this who go missing within a day, and more than a fifth of all, are a fault of the directory until HR says otherwise. */
export const fewGone = 3;
const share = 5;
const dayMs = 86_400_000;

export type Gone = { personId: string; goneAt: Date };
export type Directory = {
  gone: readonly Gone[];
  /** How many people it has now. */ here: number;
  /** Whoever was gone by then has left, HR says. */ believedAt: Date | null;
};

/**
 * Those whose going missing is not believed: within a day of each other more went than a fifth of all that there were. Nothing of theirs is erased until HR
 * has said that they have left, or the directory has them again.
 */
export function doubtful({ gone, here, believedAt }: Directory): Gone[] {
  const open = gone.filter(({ goneAt }) => believedAt === null || goneAt > believedAt);
  const times = open.map(({ goneAt }) => goneAt.getTime()).sort((one, other) => one - other);
  const most = Math.max(fewGone, Math.floor((here + open.length) / share));
  const spans = times.flatMap((from, nth) => {
    const within = times.slice(nth).filter((time) => time < from + dayMs);
    return within.length > most ? [[from, within.at(-1) ?? from] as const] : [];
  });
  return open.filter(({ goneAt }) => spans.some(([from, to]) => goneAt.getTime() >= from && goneAt.getTime() <= to));
}

/** Those whose employment ended so long ago that what was theirs goes now. `held`: of whom a legal hold keeps everything. */
export function leaversDue(directory: Directory, held: ReadonlySet<string>, now: Date): Gone[] {
  const unsure = new Set(doubtful(directory).map(({ personId }) => personId));
  const limit = now.getTime() - employmentDays * dayMs;
  return directory.gone.filter(({ personId, goneAt }) => goneAt.getTime() <= limit && !unsure.has(personId) && !held.has(personId));
}
