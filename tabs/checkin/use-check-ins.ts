/** The check-ins of one talk, and answering, changing and taking back; and what is filled in, kept in memory until it is stored. */
import {
  answerCheckIn,
  readCheckIns,
  withdrawAnswer,
  type CheckInAnswer,
  type CheckIns,
  type How,
  type Need,
  type Weeks,
} from '#api/checkin/answer/contract.ts';
import { listMyTalks, readTalk } from '#api/talk/contract.ts';
import { readHistory } from '#api/talk/history/contract.ts';
import { listTeam } from '#api/talk/team/contract.ts';
import { listDrafts, useDraft } from '#tabs/platform/autosave/use-draft.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';

export type Filled = { how: How | null; need: Need | null; weeks: Weeks | null; text: string };

/** One's own answer as the form shows it. */
export const filledFrom = (answer: CheckInAnswer | undefined): Filled =>
  answer
    ? { how: answer.how, need: answer.need, weeks: answer.weeks, text: answer.text ?? '' }
    : { how: null, need: null, weeks: null, text: '' };

/** @param start what the form begins with */
export function useFilledCheckIn(keep: string, start: Filled) {
  const [kept, write] = useDraft(`check-in/${keep}`);
  const value = kept === '' ? start : (JSON.parse(kept) as Filled);
  return {
    value,
    begun: kept !== '',
    change: (part: Partial<Filled>) => write(JSON.stringify({ ...value, ...part })),
    forget: () => write(''),
  };
}

/** Days of those check-ins of a talk to which something is filled in and not stored. */
export function listFilledDays(talkId: string): string[] {
  const start = `check-in/${talkId}/`;
  return listDrafts()
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length));
}

const refreshes = [readTalk, listMyTalks, listTeam, readHistory];
const readEveryMs = 30_000;

export function useCheckIns(talkId: string) {
  const given = { params: { talkId } };
  const keep = useKeep();
  const onDone = (answer: CheckIns): void => keep(readCheckIns, given, answer);
  const read = useRead(readCheckIns, given, { refetchEvery: readEveryMs });
  const answer = useSend(answerCheckIn, { refreshes, onDone });
  const withdraw = useSend(withdrawAnswer, { refreshes, onDone });
  const of = (day: string) => ({ params: { talkId, day }, version: read.data?.version ?? 0 });
  /** Somebody was faster: what they said is read, and what is filled in stays to be sent again. */
  const orReadAgain = async (sending: Promise<unknown>): Promise<boolean> => {
    try {
      await sending;
      return true;
    } catch {
      await read.refetch();
      return false;
    }
  };
  return {
    read,
    error: answer.error ?? withdraw.error,
    busy: answer.isPending || withdraw.isPending,
    /** Both resolve with whether it is stored. */
    answer: (day: string, { how, need, weeks, text }: Filled): Promise<boolean> => {
      if (how === null || need === null || weeks === null) return Promise.resolve(false);
      withdraw.reset();
      return orReadAgain(answer.mutateAsync({ ...of(day), body: { how, need, weeks, text: text.trim() || null } }));
    },
    withdraw: (day: string): Promise<boolean> => {
      answer.reset();
      return orReadAgain(withdraw.mutateAsync(of(day)));
    },
  };
}
