/** When talks suit me: hours of the week and single days, the person's own and nobody else's to see. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { RemindersLink } from '#tabs/reminder/RemindersLink.tsx';
import { SingleDays } from './SingleDays.tsx';
import { useMyWishes } from './use-my-wishes.ts';
import { WeeklyHours } from './WeeklyHours.tsx';

const useStyles = makeStyles({
  promise: { display: 'flex', gap: '8px', alignItems: 'flex-start', color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'center' },
});

export function MyTimesPage() {
  const styles = useStyles();
  const t = useTexts('wish');
  const { isManager } = useMe();
  const form = useMyWishes();
  const { wishes, wrong, unsaved, saving, saved, save } = form;
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: { page: 'my-talk' }, text: t('back') }} narrow>
      <Text className={styles.promise}>
        <LockClosed20Regular className={styles.icon} aria-hidden />
        {t('private')}
      </Text>
      {!wishes && !form.error && <RowsSkeleton rows={3} />}
      {wishes && (
        <>
          <WeeklyHours wishes={wishes} change={form.change} wrong={wrong} mayPrefer={isManager} />
          <SingleDays wishes={wishes} change={form.change} wrong={wrong} />
        </>
      )}
      <ProblemNotice error={form.error} onRetry={form.retry} />
      {wishes && (
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
      <RemindersLink />
    </Page>
  );
}
