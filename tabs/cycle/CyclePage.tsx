/** One cycle: its plan until it is launched, its progress from then on, and planning it again. A new one begins here too. */
import { listTemplates } from '#api/template/contract.ts';
import { readCycle, type Cycle } from '#api/cycle/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { NotFound } from '#tabs/platform/shell/NotFound.tsx';
import { usePlace } from '#tabs/platform/routes/use-place.ts';
import { needTexts, useTexts } from '#tabs/platform/texts/texts.ts';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton, PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { CycleProgress } from './CycleProgress.tsx';
import { PlanWizard } from './PlanWizard.tsx';
import { RoundPreview } from './RoundPreview.tsx';

/** Planning a launched cycle again: rare, and loaded when it is asked for. */
const ReplanLater = laterPart(
  async () => (await import('./ReplanPart.tsx')).ReplanPart,
  () => <PageSkeleton />,
);

/** What reminders did, and what talks led to, in numbers: below what the page is about, and needed only once a cycle is launched. */
const Counts = laterPart<{ cycleId: string }>(
  async () => {
    const [{ MissedReminders }, { AgreementCounts }, { GoalCounts }, { SignCounts }, { AccessCounts }] = await Promise.all([
      import('#tabs/reminder/MissedReminders.tsx'),
      import('#tabs/agreement/AgreementCounts.tsx'),
      import('#tabs/development/GoalCounts.tsx'),
      import('#tabs/insight/WeakSigns.tsx'),
      import('#tabs/privacy/AccessCounts.tsx'),
      needTexts('goal'),
    ]);
    return function CycleCounts({ cycleId }) {
      return (
        <>
          <MissedReminders cycleId={cycleId} />
          <AgreementCounts cycleId={cycleId} />
          <GoalCounts cycleId={cycleId} />
          <SignCounts cycleId={cycleId} />
          <AccessCounts cycleId={cycleId} />
        </>
      );
    };
  },
  () => <BlockSkeleton size={128} />,
);

/** How often a cycle is read: each second while talks are being booked or a round starts, seldom afterwards, not while planning. */
function readEvery(cycle: Cycle | undefined): number | false {
  if (cycle?.state === 'launching') return 1_000;
  if (cycle?.recurrence?.state === 'starting') return 1_000;
  return cycle?.state === 'launched' || cycle?.recurrence?.state === 'starts' ? 15_000 : false;
}

export function CyclePage({ cycleId }: { cycleId?: string }) {
  const known = useRead(readCycle, { params: { cycleId: cycleId ?? '' } }, { when: cycleId !== undefined, refetchEvery: readEvery });
  const place = usePlace();
  const templates = useRead(listTemplates, {});
  const cycle = known.data;
  if (known.error?.reason === 'not-found') return <NotFound />;
  if (cycle && (cycle.state === 'launching' || cycle.state === 'launched')) {
    const isAgain = place?.page === 'cycle' && place.step === 'again';
    if (isAgain) return <ReplanLater key={cycle.cycleId} cycle={cycle} reload={() => void known.refetch()} />;
    const counts = cycle.state === 'launched' && <Counts cycleId={cycle.cycleId} />;
    return <CycleProgress cycle={cycle} error={known.error} more={counts} />;
  }
  const isPlanning = place !== null && 'step' in place;
  if (cycle && cycle.recurrence?.startsOn && !isPlanning)
    return <RoundPreview cycle={cycle} recurrence={cycle.recurrence} error={known.error} />;
  const failed = (cycleId !== undefined && !cycle && known.error) || (!templates.data && templates.error);
  if (failed) return <Failed error={failed} retry={() => void Promise.all([known.refetch(), templates.refetch()])} />;
  if (!templates.data || (cycleId !== undefined && !cycle)) return <PageSkeleton />;
  return <PlanWizard cycle={cycle ?? null} templates={templates.data.templates} reload={() => void known.refetch()} />;
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTexts('cycle');
  return (
    <Page title={t('wizard.title')} back={{ to: { page: 'hr' }, text: t('back') }}>
      <ProblemNotice error={error} onRetry={retry} />
    </Page>
  );
}
