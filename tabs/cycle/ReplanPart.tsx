/** A launched cycle is planned again: what has changed, what that would move and why, and the word that it may happen. */
import { Button, makeStyles, ProgressBar, Spinner, Text, tokens } from '@fluentui/react-components';
import type { Cycle } from '#api/cycle/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useGo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { ReplanDifference } from './ReplanDifference.tsx';
import { ReplanWishes } from './ReplanWishes.tsx';
import { useReplan } from './use-replan.ts';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0 },
  narrow: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '760px', minWidth: 0 },
  ask: { alignSelf: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function ReplanPart({ cycle, reload }: { cycle: Cycle; reload: () => void }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const go = useGo();
  const back = { page: 'cycle' as const, cycleId: cycle.cycleId };
  const form = useReplan(cycle, () => go(back, { replace: true }));
  const { proposal, isOld, isAsking } = form;
  const isStale = form.error !== null && asRefused(form.error).reason === 'stale';
  return (
    <Page title={t('replan.title', { name: cycle.settings.name })} lead={t('replan.lead')} back={{ to: back, text: t('replan.back') }}>
      <div className={styles.screen}>
        <div className={styles.narrow}>
          <ReplanWishes form={form} />
          <Button
            appearance={proposal && !isOld ? 'secondary' : 'primary'}
            className={styles.ask}
            disabledFocusable={isAsking || !form.isRight}
            icon={isAsking ? <Spinner size="tiny" /> : undefined}
            onClick={() => form.ask()}
          >
            {t(proposal ? 'replan.seeAgain' : 'replan.see')}
          </Button>
          {!form.isRight && <Text className={styles.quiet}>{t('replan.fix')}</Text>}
          <ProblemNotice error={form.error} onRetry={isStale ? reload : () => form.ask()} />
          <div role="status">
            {isAsking && (
              <Section title={t('replan.planning')} lead={t('replan.planningHint')}>
                <ProgressBar aria-label={t('replan.planning')} />
              </Section>
            )}
            {!isAsking && proposal && isOld && <Text>{t('replan.old')}</Text>}
          </div>
        </div>
        {!isAsking && proposal && <ReplanDifference cycle={cycle} proposal={proposal} form={form} />}
      </div>
    </Page>
  );
}
