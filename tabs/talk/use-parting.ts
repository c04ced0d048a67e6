/** The employee's choice about a talk that has begun when they get a new manager, sent once more only where nobody has signed meanwhile. */
import type { Talk } from '#api/talk/contract.ts';
import { chooseParting } from '#api/talk/hand-over/contract.ts';
import type { PartingChoice } from '#api/talk/parting/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useSend } from '#tabs/platform/call/use-call.ts';
import { talkReads } from './use-talk.ts';

export function useParting(readAgain: () => Promise<Talk | undefined>) {
  const send = useSend(chooseParting, { refreshes: talkReads });
  /** Answers the talk that it goes on in; null when it was not taken. */
  const choose = async (talk: Talk, choice: PartingChoice): Promise<Talk | null> => {
    const { talkId, version, signatures } = talk;
    try {
      return await send.mutateAsync({ params: { talkId }, body: { choice }, version });
    } catch (thrown) {
      const newest = asRefused(thrown).reason === 'stale' ? await readAgain() : undefined;
      // A signature that has landed first is to be seen before anything is closed.
      const isSame = newest?.signatures.length === signatures.length && newest.parting?.choices.includes(choice);
      return newest && isSame && newest.version !== version ? choose(newest, choice) : null;
    }
  };
  return { choose, busy: send.isPending, error: send.error };
}
