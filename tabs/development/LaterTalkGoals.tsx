/** Goals before and in a talk: they come with their texts when the page is shown, so that the side panel is not heavier for them before. */
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { needTexts } from '#tabs/platform/texts/texts.ts';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

export const LaterTalkGoals = laterPart<{ talkId: string }>(
  async () => {
    const [{ TalkGoals }] = await Promise.all([import('./TalkGoals.tsx'), needTexts('goal')]);
    return TalkGoals;
  },
  () => <BlockSkeleton size={28} />,
);
