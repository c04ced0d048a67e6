/** The record of a talk (comments, objections, changes after signing) and what can be added to it. A talk that has changed meanwhile is tried again. */
import { listFollowed, listOfTalk, listSince } from '#api/agreement/following/contract.ts';
import { listMyAgreements } from '#api/agreement/contract.ts';
import { answerAmendment, objectToSummary, proposeAmendment, readRecord, type TalkRecordRead } from '#api/talk/signing/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { talkReads } from './use-talk.ts';

/** What looks different after something was added. */
export const recordReads = [...talkReads, readRecord, listOfTalk, listFollowed, listSince, listMyAgreements];
const readEveryMs = 8_000;
const tries = 3;

export function useRecord(talkId: string, when: boolean) {
  const read = useRead(readRecord, { params: { talkId } }, { when, refetchEvery: readEveryMs });
  const options = { refreshes: recordReads };
  const objecting = useSend(objectToSummary, options);
  const proposing = useSend(proposeAmendment, options);
  const answering = useSend(answerAmendment, options);
  /** What may be added is decided by the server each time; an older version only means that something else was added first. */
  const send = async (once: (version: number) => Promise<unknown>): Promise<boolean> => {
    let newest: TalkRecordRead | undefined = read.data;
    for (let attempt = 0; newest && attempt < tries; attempt += 1) {
      try {
        await once(newest.version);
        return true;
      } catch (error) {
        if (asRefused(error).reason !== 'stale') break;
        newest = (await read.refetch()).data;
      }
    }
    // A refusal says that what is shown is old: here is how it stands.
    void read.refetch();
    return false;
  };
  const params = { talkId };
  return {
    read,
    busy: objecting.isPending || proposing.isPending || answering.isPending,
    error: objecting.error ?? proposing.error ?? answering.error,
    object: (hash: string, text: string, entryId: string) =>
      send((version) => objecting.mutateAsync({ params, body: { entryId, hash, text }, version })),
    correct: (text: string, entryId: string) =>
      send((version) => proposing.mutateAsync({ params, body: { entryId, text, change: null }, version })),
    answer: (entryId: string, answer: 'confirmed' | 'declined' | 'withdrawn') =>
      send((version) => answering.mutateAsync({ params: { talkId, entryId }, body: { answer, text: null }, version })),
  };
}
export type RecordOfTalk = ReturnType<typeof useRecord>;
