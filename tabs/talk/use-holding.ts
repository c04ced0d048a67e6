/** Where the two are in the agenda, kept the same for both: read now and then, and at once when the other's page says that it has gone on. */
import { useCallback, useEffect, useState } from 'react';
import { movePart, readHolding, type Holding } from '#api/talk/holding/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import type { asRefused } from '#tabs/platform/call/refused.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { nextPart } from './use-parts.ts';

export type Holdings = {
  holding: Holding | undefined;
  nextId: string | null;
  goTo: (partId: string) => void;
  busy: boolean;
  error: ReturnType<typeof asRefused> | null;
  /** What the shared notes pass on between the two pages: how far this one is, and that the other is further. */
  together: { mark: number; onAhead: () => void };
  others: string[];
  onOthers: (names: string[]) => void;
};

export function useHolding({ talkId, status, template }: TalkWithTemplate): Holdings {
  const given = { params: { talkId } };
  // In what ended without being finished nobody is at any part.
  const isClosed = status === 'closed';
  const { data: holding, refetch } = useRead(readHolding, given, { refetchEvery: status === 'live' ? 4_000 : false, when: !isClosed });
  // The other has started or finished: nobody is at the part any more that was shown until now.
  useEffect(() => {
    if (!isClosed) void refetch({ cancelRefetch: false });
  }, [status, isClosed, refetch]);
  const keep = useKeep();
  const send = useSend(movePart, { onDone: (answer, { params }) => keep(readHolding, { params }, answer) });
  const [others, onOthers] = useState<string[]>([]);
  const onAhead = useCallback(() => void refetch(), [refetch]);
  const goTo = (partId: string): void => {
    if (!holding || send.isPending || holding.partId === partId) return;
    // When the other was faster, what is shown next is where they went; nobody jumps over a part.
    send.mutate({ ...given, body: { partId }, version: holding.version }, { onError: () => void refetch() });
  };
  const { error } = send;
  return {
    holding,
    nextId: nextPart(
      template.parts.map(({ id }) => id),
      holding,
    ),
    goTo,
    busy: send.isPending,
    error: error && error.reason !== 'stale' ? error : null,
    together: { mark: holding?.version ?? 0, onAhead },
    others,
    onOthers,
  };
}
