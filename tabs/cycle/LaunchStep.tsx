/** Screen 5: who gets what when, then launch. After the launch CyclePage shows progress at the same address. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CalendarLtr20Regular, Chat20Regular, Clock20Regular, Mail20Regular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { launchCycle, listCycles, readCycle, type Cycle } from '#api/cycle/contract.ts';
import { minutesToBook } from '#api/talk/booking/rules/pace.ts';
import { useKeep, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ConfirmPanel } from '#tabs/ui/ConfirmPanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { PlanWaited } from './PlanWaited.tsx';
import { RepeatField } from './RepeatField.tsx';
import { useWaited } from './use-waited.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '16px' },
  item: { display: 'flex', gap: '12px' },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0, paddingTop: '2px' },
  words: { display: 'flex', flexDirection: 'column', gap: '2px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  example: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
  start: { alignSelf: 'flex-start' },
});

export function LaunchStep({ cycle, reload }: { cycle: Cycle; reload: () => void }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const keep = useKeep();
  const launch = useSend(launchCycle, {
    refreshes: [listCycles],
    onDone: (launched) => keep(readCycle, { params: { cycleId: launched.cycleId } }, launched),
  });
  const [sure, setSure] = useState(false);
  const placed = cycle.plan?.placed ?? [];
  const go = (): void => launch.mutate({ params: { cycleId: cycle.cycleId }, version: cycle.version });
  const waited = useWaited(cycle, reload);
  // Refused for what has become of the plan meanwhile: it is looked at again, and what was said of it goes.
  const lookAgain = (): void => {
    launch.reset();
    setSure(false);
    waited.lookAgain();
  };
  const { reason } = launch.error ?? {};
  const isOld = reason === 'plan-outdated' || reason === 'stale' || reason === 'already-launched';
  if (placed.length === 0) return <Text>{t('launch.nothing')}</Text>;
  return (
    <>
      <WhatHappens cycle={cycle} />
      <RepeatField cycle={cycle} />
      <PlanWaited cycle={cycle} waited={waited} />
      <ProblemNotice error={launch.error} onRetry={isOld ? lookAgain : go} />
      {sure && !waited.isTooSoon ? (
        <ConfirmPanel
          title={t('launch.confirm', { name: cycle.settings.name })}
          confirm={t('launch.yes')}
          busy={launch.isPending}
          onConfirm={go}
          onCancel={() => setSure(false)}
        >
          {t('launch.confirmText', { count: placed.length })}
        </ConfirmPanel>
      ) : (
        <Button
          appearance={waited.isTooSoon ? 'secondary' : 'primary'}
          size="large"
          className={styles.start}
          disabledFocusable={waited.isLooking || waited.isTooSoon || waited.isRenewing}
          onClick={() => setSure(true)}
        >
          {t('launch.button')}
        </Button>
      )}
    </>
  );
}

/** Who gets what when. */
function WhatHappens({ cycle }: { cycle: Cycle }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const placed = cycle.plan?.placed ?? [];
  const withoutTime = cycle.plan?.unplaced.filter(({ manager }) => manager !== null).length ?? 0;
  const { minutes, most } = minutesToBook(placed.map(({ manager }) => manager.id));
  const [first] = placed;
  return (
    <Section title={t('launch.heading')}>
      <ul className={styles.list}>
        <Item icon={<CalendarLtr20Regular />} name={t('launch.now')} text={t('launch.nowText', { count: placed.length })}>
          {minutes > 0 && <Text className={styles.quiet}>{t('launch.slow', { count: minutes, most })}</Text>}
          {withoutTime > 0 && <Text className={styles.quiet}>{t('launch.without', { count: withoutTime })}</Text>}
        </Item>
        <Item icon={<Mail20Regular />} name={t('launch.message')} text={t('launch.messageText')}>
          {first && (
            <Text className={styles.example}>
              {t('launch.example', { manager: first.manager.name, when: dates.inText.instant(first.start) })}
            </Text>
          )}
        </Item>
        <Item icon={<Clock20Regular />} name={t('launch.reminder')} text={t('launch.reminderText')}>
          <Text className={styles.quiet}>{t('launch.rule', { rule: lower(t(`which.rules.${cycle.settings.releaseRule}.name`)) })}</Text>
        </Item>
        <Item icon={<Chat20Regular />} name={t('launch.talk')} text={t('launch.talkText')} />
      </ul>
    </Section>
  );
}

/** In the middle of a sentence. */
const lower = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);

function Item({ icon, name, text, children }: { icon: ReactNode; name: string; text: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span className={styles.words}>
        <Text weight="semibold">{name}</Text>
        <Text>{text}</Text>
        {children}
      </span>
    </li>
  );
}
