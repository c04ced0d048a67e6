/** When, where and about what Samtal reminds me: the person's own choices, and nobody else's to see. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { ReminderChoices } from './ReminderChoices.tsx';
import { useMyReminders } from './use-my-reminders.ts';

const useStyles = makeStyles({
  promise: { display: 'flex', gap: '8px', alignItems: 'flex-start', color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'center' },
});

export function RemindersPage() {
  const styles = useStyles();
  const t = useTexts('reminder');
  const form = useMyReminders();
  const { choices, wrong, unsaved, saving, saved, save } = form;
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: { page: 'my-talk' }, text: t('back') }} narrow>
      <Text className={styles.promise}>
        <LockClosed20Regular className={styles.icon} aria-hidden />
        {t('private')}
      </Text>
      {!choices && !form.error && <RowsSkeleton rows={3} />}
      {choices && <ReminderChoices choices={choices} change={form.change} wrong={wrong} />}
      <ProblemNotice error={form.error} onRetry={form.retry} />
      {choices && (
        <div className={styles.line}>
          <Button
            appearance="primary"
            disabledFocusable={!unsaved || saving || wrong !== null}
            icon={saving ? <Spinner size="tiny" /> : undefined}
            onClick={save}
          >
            {t('save')}
          </Button>
          <Text role="status">{saved ? t('saved') : ''}</Text>
        </div>
      )}
    </Page>
  );
}
