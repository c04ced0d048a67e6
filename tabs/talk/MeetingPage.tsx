/** Samtal as a tab of a meeting's chat: finds the talk that belongs to the meeting and shows it. The side panel is another page. */
import { findTalk } from '#api/talk/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { TalkPage } from './TalkPage.tsx';

export function MeetingPage() {
  const t = useTexts('talk');
  const { chatId } = useTeams();
  const talk = useRead(findTalk, { query: { chatId: chatId ?? '' } }, { when: chatId !== null });
  if (talk.data) return <TalkPage talkId={talk.data.talkId} />;
  if (chatId === null || talk.error?.reason === 'not-found') return <EmptyState title={t('meeting.title')} text={t('meeting.text')} />;
  if (talk.error) return <ProblemNotice error={talk.error} onRetry={() => void talk.refetch()} />;
  return <PageSkeleton />;
}
