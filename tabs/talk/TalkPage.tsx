/** One talk. */
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { Page } from '#tabs/ui/Page.tsx';

export function TalkPage(_ids: { talkId: string }) {
  const t = useTexts('app');
  return (
    <Page title={t('tabs.myTalk')}>
      <PageSkeleton />
    </Page>
  );
}
