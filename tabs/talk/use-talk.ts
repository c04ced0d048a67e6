/** One talk with its template, kept fresh, and the two things that move it on: starting and finishing. */
import { listAgreements } from '#api/agreement/contract.ts';
import { readPreparations } from '#api/preparation/contract.ts';
import { findTalk, finishTalk, listMyTalks, listTeamTalks, readSummary, readTalk, startTalk, type Talk } from '#api/talk/contract.ts';
import { readHolding } from '#api/talk/holding/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';

/** How soon to look again: at once while something the reader has just asked for is on its way, soon while the two meet, else now and then. */
function readEvery(talk: Talk | undefined): number {
  if (talk?.move?.outcome === 'under-way') return 1_500;
  if (talk?.booking === 'under-way') return 3_000;
  // What the other does (starting, finishing, signing) should show.
  return talk?.status === 'live' || talk?.status === 'held' || talk?.next === 'join' ? 4_000 : 15_000;
}

export function useTalk(talkId: string) {
  return useRead(readTalk, { params: { talkId } }, { refetchEvery: readEvery, when: talkId !== '' });
}

/** Everything that looks different after a talk has moved on. */
export const talkReads = [readTalk, findTalk, readHolding, listMyTalks, listTeamTalks, readPreparations, listAgreements, readSummary];

/** Starts or finishes. When the talk has changed meanwhile (a new time, the other was faster) the newest one is read and tried once more. */
export function useMoveTalk(move: 'start' | 'finish', readAgain: () => Promise<Talk | undefined>) {
  const start = useSend(startTalk, { refreshes: talkReads });
  const finish = useSend(finishTalk, { refreshes: talkReads });
  const send = move === 'start' ? start : finish;
  const tryOnce = async ({ talkId, version }: Talk): Promise<string> => {
    try {
      await send.mutateAsync({ params: { talkId }, version });
      return 'done';
    } catch (error) {
      return asRefused(error).reason;
    }
  };
  const happened = (reason: string): boolean => ['done', 'talk-already-started', 'talk-already-held'].includes(reason);
  return {
    busy: send.isPending,
    error: send.error && !happened(send.error.reason) ? send.error : null,
    /** Resolves with whether the talk has moved on, by us or by the other. */
    async go(talk: Talk): Promise<boolean> {
      const first = await tryOnce(talk);
      if (first === 'done') return true;
      const newest = await readAgain();
      return happened(first) || (first === 'stale' && newest !== undefined && happened(await tryOnce(newest)));
    },
  };
}
