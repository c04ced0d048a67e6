/** The talk of the meeting we were opened in: by the meeting's chat, or by its join address when Samtal does not know the chat yet. */
import { useEffect, useState } from 'react';
import { findTalk, type TalkWithTemplate } from '#api/talk/contract.ts';
import type { Refused } from '#tabs/platform/call/refused.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';

export type MeetingTalk = {
  data: TalkWithTemplate | undefined;
  /** There is no talk in this meeting, or none of this person's. */
  isNone: boolean;
  error: Refused | null;
  refetch: () => Promise<unknown>;
};

/** What the other of the two chooses or starts in this meeting should show without a press. */
const untilFound = (talk: TalkWithTemplate | undefined): number | false => (talk ? false : 5_000);

export function useMeetingTalk(): MeetingTalk {
  const teams = useTeams();
  const chatId = teams.chatId ?? '';
  /** Undefined until the host has been asked. */
  const [joinUrl, setJoinUrl] = useState<string | null | undefined>(undefined);
  const byChat = useRead(findTalk, { query: { chatId } }, { when: chatId !== '', refetchEvery: untilFound });
  const byAddress = useRead(
    findTalk,
    { query: { chatId, joinUrl: joinUrl ?? '' } },
    { when: typeof joinUrl === 'string', refetchEvery: untilFound },
  );
  const unknown = byChat.error?.reason === 'not-found';
  useEffect(() => {
    if (unknown) void teams.joinUrl().then(setJoinUrl);
  }, [unknown, teams]);
  const read = typeof joinUrl === 'string' ? byAddress : byChat;
  const isNone = chatId === '' || (joinUrl !== undefined && read.error?.reason === 'not-found');
  return {
    data: byChat.data ?? byAddress.data,
    isNone,
    error: unknown && !isNone && read === byChat ? null : read.error,
    refetch: read.refetch,
  };
}
