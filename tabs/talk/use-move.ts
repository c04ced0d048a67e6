/** Moving a talk to another time, and saying that a new time does not suit: what is sent, and what became of it. */
import { useState } from 'react';
import { findTimes, moveTalk, objectToTime, readTalk, type Talk } from '#api/talk/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useCall, useSend } from '#tabs/platform/call/use-call.ts';
import { talkReads } from './use-talk.ts';

type Versioned = { params: { talkId: string }; version: number };

export function useMove({ talkId, version }: Talk) {
  const call = useCall();
  const move = useSend(moveTalk, { refreshes: [...talkReads, findTimes] });
  const object = useSend(objectToTime, { refreshes: talkReads });
  const [taken, setTaken] = useState(false);
  /** Once more with the newest version, when something else about the talk has changed meanwhile. Answers why it did not happen, or null. */
  const send = async (once: (given: Versioned) => Promise<unknown>): Promise<string | null> => {
    const params = { talkId };
    const tryOnce = (newest: number): Promise<string | null> =>
      once({ params, version: newest }).then(
        () => null,
        (error: unknown) => asRefused(error).reason,
      );
    const reason = await tryOnce(version);
    if (reason !== 'stale') return reason;
    const now = await call(readTalk, { params }).catch(() => null);
    return now ? tryOnce(now.version) : reason;
  };
  const error = move.error && move.error.reason !== 'time-taken' ? move.error : object.error;
  return {
    busy: move.isPending || object.isPending,
    /** The time that was pressed was gone. */
    taken,
    error,
    /** Resolves with whether the talk has moved. */
    async go(start: string): Promise<boolean> {
      setTaken(false);
      const reason = await send((given) => move.mutateAsync({ ...given, body: { start } }));
      setTaken(reason === 'time-taken');
      return reason === null;
    },
    async object(): Promise<void> {
      await send((given) => object.mutateAsync(given));
    },
  };
}
