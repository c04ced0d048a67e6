/** Screen 4: look at the times Samtal found. Asks for a plan when there is none yet; sends nothing to anybody. */
import { Button, makeStyles, ProgressBar, Text, tokens, Title3 } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { listCycles, planCycle, readCycle, type Cycle, type CycleSettings, type Plan } from '#api/cycle/contract.ts';
import { secondOf } from '#api/cycle/rules/second-days.ts';
import { useKeep, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { HowFar } from './HowFar.tsx';
import { NoticeList } from './NoticeList.tsx';
import { PlacingNews } from './PlacingNews.tsx';
import { PlanByManager } from './PlanByManager.tsx';
import { PlanCalendar } from './PlanCalendar.tsx';
import { UnplacedList } from './UnplacedList.tsx';
import { usePlacing, type Placing } from './use-placing.ts';
import type { PlanForm } from './use-plan.ts';

const useStyles = makeStyles({
  result: { display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  count: { margin: 0, '@media (max-width: 480px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type LookStepProps = { cycle: Cycle; form: PlanForm; onChange: () => void; reload: () => void };

export function LookStep({ cycle, form, onChange, reload }: LookStepProps) {
  const keep = useKeep();
  const plan = useSend(planCycle, {
    refreshes: [listCycles],
    onDone: (planned) => keep(readCycle, { params: { cycleId: planned.cycleId } }, planned),
  });
  const placing = usePlacing(cycle, reload);
  const { mutate } = plan;
  const given = { params: { cycleId: cycle.cycleId }, version: cycle.version };
  /** The version a plan was asked for by itself: once each, or a refusal would be asked for again and again. */
  const asked = useRef<number | null>(null);
  useEffect(() => {
    if (cycle.plan || asked.current === cycle.version) return;
    asked.current = cycle.version;
    mutate({ params: { cycleId: cycle.cycleId }, version: cycle.version });
  }, [cycle, mutate]);

  const retry = (): void => (plan.error?.reason === 'stale' ? reload() : mutate(given));
  return (
    <>
      <ProblemNotice error={plan.error} onRetry={retry} />
      {plan.isPending && <Planning />}
      {!plan.isPending && cycle.plan && (
        <Result
          cycle={cycle}
          plan={cycle.plan}
          busy={form.saving}
          placing={placing}
          onAgain={() => mutate(given)}
          onChange={onChange}
          // Storing other settings drops the plan, and a cycle without one is planned by itself.
          onApply={(part) => void form.apply(part)}
        />
      )}
    </>
  );
}

function Planning() {
  const t = useTexts('cycle');
  return (
    <Section title={t('look.planning')} lead={t('look.planningHint')}>
      <ProgressBar aria-label={t('look.planning')} />
    </Section>
  );
}

type ResultProps = {
  cycle: Cycle;
  plan: Plan;
  busy: boolean;
  placing: Placing;
  onAgain: () => void;
  onChange: () => void;
  onApply: (part: Partial<CycleSettings>) => void;
};

function Result({ cycle, plan, busy, placing, onAgain, onChange, onApply }: ResultProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const { placed, unplaced } = plan;
  const of = placed.length + unplaced.length;
  const second = secondOf(cycle.settings);
  return (
    <>
      <Section title={t('look.heading')} look="strong">
        <div className={styles.result} role="status">
          <Title3 as="h3" className={styles.count}>
            {unplaced.length === 0
              ? t('look.allFit', { count: of })
              : `${t('look.fit', { count: placed.length, of })}; ${t('look.decision', { count: unplaced.length })}`}
          </Title3>
          {unplaced.length === 0 && <Text>{t('look.noneNeeded')}</Text>}
          {second && (
            <Text>
              {t('second.inPlan', {
                count: placed.filter(({ employee }) => second.people.includes(employee.id)).length,
                ...{ from: dates.inText.shortDay(second.from), to: dates.inText.shortDay(second.to) },
              })}
            </Text>
          )}
          <HowFar plan={plan} />
          <Text size={200} className={styles.quiet}>
            {t('look.plannedAt', { when: dates.inText.instant(plan.plannedAt) })}
          </Text>
          <PlacingNews plan={plan} placing={placing} />
          <div className={styles.line}>
            <Button icon={<ArrowSync20Regular />} onClick={onAgain}>
              {t('look.again')}
            </Button>
            <Button onClick={onChange}>{t('look.change')}</Button>
          </div>
        </div>
      </Section>
      {unplaced.length > 0 && (
        <UnplacedList unplaced={unplaced} settings={cycle.settings} byHand={{ cycle, placing }} busy={busy} onApply={onApply} />
      )}
      <NoticeList notices={plan.notices} unreadRooms={plan.unreadRooms} />
      {placed.length > 0 && <PlanCalendar cycle={cycle} plan={plan} />}
      {placed.length > 0 && <PlanByManager cycle={cycle} plan={plan} placing={placing} busy={busy} onApply={onApply} />}
    </>
  );
}
