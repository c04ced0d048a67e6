/** Samtal as a tab of a meeting's chat: finds the talk that belongs to the meeting and shows it. The side panel is another page. */
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { HoldHere } from './HoldHere.tsx';
import { TalkPage } from './TalkPage.tsx';
import { useMeetingTalk } from './use-meeting-talk.ts';

export function MeetingPage() {
  const talk = useMeetingTalk();
  if (talk.data) return <TalkPage talkId={talk.data.talkId} />;
  if (talk.isNone) return <HoldHere />;
  if (talk.error) return <ProblemNotice error={talk.error} onRetry={() => void talk.refetch()} />;
  return <PageSkeleton />;
}
