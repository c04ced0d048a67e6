/** Planning a cycle in five screens. Which fields a screen has is in its own file; here is the way through them and saving on the way. */
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Cycle } from '#api/cycle/contract.ts';
import type { Template } from '#api/template/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { planSteps, type PlanStep } from '#tabs/platform/routes/routes.ts';
import { useGo, usePlace } from '#tabs/platform/routes/use-place.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { StepLine } from '#tabs/ui/StepLine.tsx';
import { LaunchStep } from './LaunchStep.tsx';
import { usePlanForm } from './use-plan.ts';
import { defaultSettings, stepOf, type Field } from './use-settings.ts';
import { WhenStep } from './WhenStep.tsx';
import { WhichStep } from './WhichStep.tsx';
import { WhoStep } from './WhoStep.tsx';

/** The plan with its tables and times by hand: as heavy as the other screens together, and last to be needed. */
const LookLater = laterPart(
  async () => (await import('./LookStep.tsx')).LookStep,
  () => <BlockSkeleton size={128} />,
);

const useStyles = makeStyles({
  // Stays in sight below a long plan.
  actions: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  screen: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0 },
  narrow: { maxWidth: '760px' },
});

export type PlanWizardProps = { cycle: Cycle | null; templates: Template[]; reload: () => void };

export function PlanWizard({ cycle, templates, reload }: PlanWizardProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const place = usePlace();
  const go = useGo();
  const form = usePlanForm(cycle, useDefaults(templates));
  /** Screens that were left once: only their fields are marked as wrong, not what has not been filled in yet. Days begin right, so they are marked at once. */
  const [tried, setTried] = useState<PlanStep[]>([]);
  const asked = place && 'step' in place && place.step !== 'again' ? place.step : undefined;
  const step = reachable(asked ?? (cycle?.plan ? 'look' : 'which'), cycle, form.unsaved);
  const wrongs = Object.fromEntries(
    Object.entries(form.wrongs).filter(
      ([field]) => field.startsWith('window') || field.startsWith('rules.') || tried.includes(stepOf(field as Field)),
    ),
  );
  const show = (next: PlanStep): void =>
    go(cycle ? { page: 'cycle', cycleId: cycle.cycleId, step: next } : { page: 'new-cycle', step: next });

  const toStep = async (next: PlanStep): Promise<void> => {
    const passed = planSteps.slice(0, planSteps.indexOf(next));
    setTried((before) => [...new Set([...before, ...passed, step])]);
    const wrong = (Object.keys(form.wrongs) as Field[]).map(stepOf).find((at) => passed.includes(at));
    if (wrong) return wrong === step ? undefined : show(wrong);
    if (planSteps.indexOf(next) <= planSteps.indexOf('when')) return show(next);
    const stored = await form.save();
    // The new cycle's own address takes the place of "new": going back must not create a second one.
    if (stored) go({ page: 'cycle', cycleId: stored.cycleId, step: next }, { replace: cycle === null });
  };

  const steps = planSteps.map((name) => ({
    name: t(`wizard.step.${name}`),
    state: name === step ? ('now' as const) : planSteps.indexOf(name) < planSteps.indexOf(step) ? ('done' as const) : ('later' as const),
    ...(planSteps.indexOf(name) < planSteps.indexOf(step) ? { onChoose: () => show(name) } : {}),
  }));
  const screens = {
    which: () => <WhichStep form={form} wrongs={wrongs} templates={templates} />,
    who: () => <WhoStep form={form} wrongs={wrongs} />,
    when: () => <WhenStep form={form} wrongs={wrongs} />,
    look: () => cycle && <LookLater cycle={cycle} form={form} onChange={() => show('when')} reload={reload} />,
    launch: () => cycle && <LaunchStep cycle={cycle} reload={reload} />,
  };
  const stale = asRefused(form.error).reason === 'stale';
  return (
    <Page
      title={cycle ? t('wizard.edit', { name: cycle.settings.name }) : t('wizard.title')}
      back={{ to: { page: 'hr' }, text: t('back') }}
      step={step}
      lead={t('wizard.at', { at: planSteps.indexOf(step) + 1, of: planSteps.length, step: t(`wizard.step.${step}`) })}
    >
      <StepLine steps={steps} label={t('wizard.steps')} />
      <div className={mergeClasses(styles.screen, step !== 'look' && styles.narrow)}>
        {screens[step]()}
        <ProblemNotice error={form.error} {...(stale ? { onRetry: reload } : {})} />
      </div>
      <WizardActions step={step} saving={form.saving} planned={cycle?.plan != null} toStep={(next) => void toStep(next)} show={show} />
    </Page>
  );
}

/** Screens 4 and 5 need a stored cycle, and the last one a plan. */
function reachable(step: PlanStep, cycle: Cycle | null, unsaved: boolean): PlanStep {
  if (step !== 'look' && step !== 'launch') return step;
  if (!cycle || unsaved) return 'when';
  return step === 'launch' && !cycle.plan ? 'look' : step;
}

/** What a new plan begins with: the first template, a name with the season of its window. */
function useDefaults(templates: Template[]) {
  const t = useTexts('cycle');
  const language = useLanguage();
  const { today } = useDates();
  const [template] = templates;
  const begin = defaultSettings(today, template ?? { templateId: '', lengthMinutes: 60, releaseRule: 'both-released' }, '');
  const [year, month] = begin.windowFrom.split('-').map(Number);
  const season = t(`which.season.${(month ?? 1) <= 6 ? 'spring' : 'autumn'}`, { year });
  return { ...begin, name: template ? t('which.suggested', { template: template.name[language], season }) : season };
}

type ActionsProps = { step: PlanStep; saving: boolean; planned: boolean; toStep: (step: PlanStep) => void; show: (step: PlanStep) => void };

function WizardActions({ step, saving, planned, toStep, show }: ActionsProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const at = planSteps.indexOf(step);
  const previous = planSteps[at - 1];
  const next = planSteps[at + 1];
  const text = step === 'when' ? t('wizard.find') : next ? t('wizard.next', { step: t(`wizard.step.${next}`) }) : '';
  return (
    <div className={styles.actions}>
      {next && (step !== 'look' || planned) && (
        <Button
          appearance="primary"
          disabledFocusable={saving}
          icon={saving ? <Spinner size="tiny" /> : undefined}
          onClick={() => toStep(next)}
        >
          {saving ? t('wizard.saving') : text}
        </Button>
      )}
      {previous && <Button onClick={() => show(previous)}>{t('wizard.previous')}</Button>}
    </div>
  );
}
