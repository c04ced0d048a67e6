/** My data: everything of one's own as a file, a link to it for after leaving, and what Samtal keeps, who reads it and for how long. The same for everybody. */
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Page } from '#tabs/ui/Page.tsx';
import { KeptList } from './KeptList.tsx';
import { LeavingLink } from './LeavingLink.tsx';
import { SaveData } from './SaveData.tsx';
import { ToldRequests } from './ToldRequests.tsx';

export function MyDataPage() {
  const t = useTexts('data');
  const app = useTexts('app');
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: { page: 'my-talk' }, text: app('tabs.myTalk') }} narrow>
      <SaveData />
      <ToldRequests />
      <LeavingLink />
      <KeptList />
    </Page>
  );
}
