/** What can be done with an agreement that is signed: saying how it goes, and suggesting a change that the other confirms. */
import { listAgreements, listMyAgreements, type AgreementInput, type AgreementStatus } from '#api/agreement/contract.ts';
import { changeProgress, listFollowed, listOfTalk, listSince, type FollowedAgreement } from '#api/agreement/following/contract.ts';
import { listMyTalks, listTeamTalks, readTalk } from '#api/talk/contract.ts';
import { proposeAmendment, readRecord } from '#api/talk/signing/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useCall, useSend } from '#tabs/platform/call/use-call.ts';

const refreshes = [listFollowed, listOfTalk, listSince, listAgreements, listMyAgreements, readRecord, readTalk, listMyTalks, listTeamTalks];
const tries = 3;

export function useFollow({ talkId, agreementId, followVersion }: FollowedAgreement, onStale: () => void) {
  const call = useCall();
  const progress = useSend(changeProgress, { refreshes });
  const propose = useSend(proposeAmendment, { refreshes });
  return {
    busy: progress.isPending || propose.isPending,
    error: progress.error ?? propose.error,
    forget() {
      progress.reset();
      propose.reset();
    },
    /** Resolves with whether it is stored. When the other has said something meanwhile that is shown first, and what was chosen here stays. */
    async say(status: AgreementStatus, note: string | null): Promise<boolean> {
      try {
        await progress.mutateAsync({ params: { talkId, agreementId }, body: { status, note }, version: followVersion });
        return true;
      } catch (error) {
        if (asRefused(error).reason === 'stale') onStale();
        return false;
      }
    },
    /** `entryId` is made once per form. The record's version is read just before: what else was added to it does not matter. */
    async suggest(entryId: string, input: AgreementInput): Promise<boolean> {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        try {
          const { version } = await call(readRecord, { params: { talkId } });
          await propose.mutateAsync({ params: { talkId }, body: { entryId, text: null, change: { agreementId, ...input } }, version });
          return true;
        } catch (error) {
          if (asRefused(error).reason !== 'stale') return false;
        }
      }
      return false;
    },
  };
}
