/** When talks suit me: hours of the week and single days, the person's own and nobody else's to see. */
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { RemindersLink } from '#tabs/reminder/RemindersLink.tsx';
import { KeptFormPage } from '#tabs/ui/KeptFormPage.tsx';
import { SingleDays } from './SingleDays.tsx';
import { useMyWishes } from './use-my-wishes.ts';
import { WeeklyHours } from './WeeklyHours.tsx';

export function MyTimesPage() {
  const t = useTexts('wish');
  const { isManager } = useMe();
  const form = useMyWishes();
  const { change, wrong } = form;
  const words = { title: t('title'), lead: t('lead'), back: t('back'), private: t('private'), save: t('save'), saved: t('saved') };
  return (
    <KeptFormPage
      form={form}
      words={words}
      fields={(wishes) => (
        <>
          <WeeklyHours wishes={wishes} change={change} wrong={wrong} mayPrefer={isManager} />
          <SingleDays wishes={wishes} change={change} wrong={wrong} />
        </>
      )}
    >
      <RemindersLink />
    </KeptFormPage>
  );
}
