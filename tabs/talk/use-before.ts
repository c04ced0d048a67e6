/** The talk of the same two that was held before another one. Pure. */
import type { Talk } from '#api/talk/contract.ts';

export function talkBefore(talk: Talk, all: readonly Talk[]): Talk | null {
  const heldAt = ({ finishedAt }: Talk): string => finishedAt ?? '';
  const until = talk.startedAt ?? '9';
  const before = all.filter(
    (one) =>
      one.talkId !== talk.talkId &&
      one.employee.id === talk.employee.id &&
      one.manager.id === talk.manager.id &&
      one.finishedAt !== null &&
      one.finishedAt <= until,
  );
  return before.sort((a, b) => heldAt(b).localeCompare(heldAt(a)))[0] ?? null;
}
