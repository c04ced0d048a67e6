/** Goals on the pages of others: each part comes with its texts when its page is shown, so that no page is heavier for them before. */
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { needTexts } from '#tabs/platform/texts/texts.ts';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

async function withTexts<P>(load: () => Promise<P>): Promise<P> {
  const [part] = await Promise.all([load(), needTexts('goal')]);
  return part;
}

const nothing = () => null;
const block = () => <BlockSkeleton size={64} />;

export const LaterTalkGoals = laterPart<{ talkId: string }>(
  () => withTexts(async () => (await import('./TalkGoals.tsx')).TalkGoals),
  block,
);
export const LaterPersonGoals = laterPart<{ employeeId: string; name: string }>(
  () => withTexts(async () => (await import('./PersonGoals.tsx')).PersonGoals),
  block,
);
export const LaterGoalCounts = laterPart<{ cycleId: string }>(
  () => withTexts(async () => (await import('./GoalCounts.tsx')).GoalCounts),
  nothing,
);
export const LaterGoalsLink = laterPart(() => withTexts(async () => (await import('./GoalsLink.tsx')).GoalsLink), nothing);
