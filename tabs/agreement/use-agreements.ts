/** The agreements of one talk, and what can be done with them. While the talk goes on they are read again often: both look at the same list. */
import { useState } from 'react';
import {
  addAgreement,
  dropAgreement,
  listAgreements,
  listMyAgreements,
  updateAgreement,
  type Agreement,
  type AgreementInput,
} from '#api/agreement/contract.ts';
import { listMyTalks, listTeamTalks, readSummary, readTalk } from '#api/talk/contract.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';

/** Soon enough to feel like one list, seldom enough to cost nothing. */
const readEveryMs = 4_000;
const refreshes = [listAgreements, listMyAgreements, readSummary, readTalk, listMyTalks, listTeamTalks];

export const inputOf = ({ text, ownerId, due, goal }: Agreement): AgreementInput => ({
  ...{ text, ownerId, due },
  ...(goal ? { goalId: goal.goalId } : {}),
});

export function useAgreements(talkId: string, open: boolean) {
  const list = useRead(listAgreements, { params: { talkId } }, { refetchEvery: open ? readEveryMs : false });
  const add = useSend(addAgreement, { refreshes });
  const update = useSend(updateAgreement, { refreshes });
  const drop = useSend(dropAgreement, { refreshes });
  const [removed, setRemoved] = useState<Agreement | null>(null);
  return {
    list,
    removed,
    error: add.error ?? update.error ?? drop.error,
    busy: add.isPending || update.isPending || drop.isPending,
    /** Resolves when it is stored. `agreementId` is made once per form, so that trying again adds nothing twice. */
    add: (agreementId: string, input: AgreementInput) => add.mutateAsync({ params: { talkId }, body: { agreementId, ...input } }),
    /** `version` is the one that was read when the form was opened: what somebody else changed meanwhile is not overwritten. */
    update: ({ agreementId, version }: Pick<Agreement, 'agreementId' | 'version'>, input: AgreementInput) =>
      update.mutateAsync({ params: { talkId, agreementId }, body: input, version }),
    async remove(agreement: Agreement) {
      const { agreementId, version } = agreement;
      await drop.mutateAsync({ params: { talkId, agreementId }, version });
      setRemoved(agreement);
    },
    async undo(agreement: Agreement) {
      // A new id: the removed one stays removed if the answer of its removal was late.
      await add.mutateAsync({ params: { talkId }, body: { agreementId: crypto.randomUUID(), ...inputOf(agreement) } });
      setRemoved(null);
    },
    forget() {
      setRemoved(null);
      [add, update, drop].forEach((sending) => sending.reset());
    },
  };
}

export type AgreementsOfTalk = ReturnType<typeof useAgreements>;

/** The agreement inside a `stale` problem, checked by hand: the tab carries no schemas. */
export function agreementIn(current: unknown): Agreement | null {
  if (typeof current !== 'object' || current === null) return null;
  const { agreementId, text, version } = current as Partial<Agreement>;
  return typeof agreementId === 'string' && typeof text === 'string' && typeof version === 'number' ? (current as Agreement) : null;
}
