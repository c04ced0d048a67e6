/** The choice about a talk that has begun when its employee gets a new manager, with its words; fetched for the few talks that have one. */
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { needTexts } from '#tabs/platform/texts/texts.ts';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import type { PartingProps } from './Parting.tsx';

export const LaterParting = laterPart<PartingProps>(
  async () => {
    const [{ Parting }] = await Promise.all([import('./Parting.tsx'), needTexts('parting'), needTexts('replan')]);
    return Parting;
  },
  () => <BlockSkeleton size={64} />,
);
