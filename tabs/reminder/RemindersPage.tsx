/** When, where and about what Samtal reminds me: the person's own choices, and nobody else's to see. */
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { KeptFormPage } from '#tabs/ui/KeptFormPage.tsx';
import { ReminderChoices } from './ReminderChoices.tsx';
import { useMyReminders } from './use-my-reminders.ts';

export function RemindersPage() {
  const t = useTexts('reminder');
  const form = useMyReminders();
  const words = { title: t('title'), lead: t('lead'), back: t('back'), private: t('private'), save: t('save'), saved: t('saved') };
  return (
    <KeptFormPage
      form={form}
      words={words}
      fields={(choices) => <ReminderChoices choices={choices} change={form.change} wrong={form.wrong} />}
    />
  );
}
