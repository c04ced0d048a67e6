/** The tabs on top, for those who have more than their own talk. Loaded after the first page: tabs and their keys are heavy. */
import { Tab, TabList } from '@fluentui/react-components';
import { useMe } from '../person/use-me.ts';
import { useGo } from '../routes/use-place.ts';
import { useTexts } from '../texts/texts.ts';

export type TopTab = 'my-talk' | 'team' | 'hr';

export function TopTabs({ chosen }: { chosen: TopTab | null }) {
  const t = useTexts('app');
  const me = useMe();
  const go = useGo();
  return (
    <nav aria-label={t('tabs.label')}>
      <TabList selectedValue={chosen} onTabSelect={(_event, { value }) => go({ page: value as TopTab })}>
        <Tab value="my-talk">{t('tabs.myTalk')}</Tab>
        {me.isManager && <Tab value="team">{t('tabs.team')}</Tab>}
        {me.isHr && <Tab value="hr">{t('tabs.hr')}</Tab>}
      </TabList>
    </nav>
  );
}
