/** Cycles. */
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { Page } from '#tabs/ui/Page.tsx';

export function CyclesPage() {
  const t = useTexts('app');
  return (
    <Page title={t('tabs.hr')}>
      <PageSkeleton />
    </Page>
  );
}
