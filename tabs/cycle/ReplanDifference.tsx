/** What a re-plan would change: the sentence, the tables with why, what does not fit, and the button that lets it happen. */
import { Button, makeStyles, Spinner, Text, Title3, tokens } from '@fluentui/react-components';
import type { Cycle, CycleSettings } from '#api/cycle/contract.ts';
import type { Proposal } from '#api/cycle/replan/contract.ts';
import { withoutLeft } from '#api/cycle/replan/rules/leave-out.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Section } from '#tabs/ui/Section.tsx';
import { NoticeList } from './NoticeList.tsx';
import { ReplanTables } from './ReplanTables.tsx';
import { hasNewRules, type ReplanForm } from './use-replan.ts';
import { rulesIn } from './use-settings.ts';
import { UnplacedList } from './UnplacedList.tsx';

const useStyles = makeStyles({
  result: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  count: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export type DifferenceProps = { cycle: Cycle; proposal: Proposal; form: ReplanForm };

export function ReplanDifference({ cycle, proposal, form }: DifferenceProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const { wish, ask, isOld, left } = form;
  const rest = withoutLeft(proposal, left);
  const { moves, given, withdrawn, unplaced, handOvers, begun, talks } = rest;
  const asked = begun.filter(({ until }) => until === null).length;
  const others = [
    given.length > 0 && t('replan.gets', { count: given.length }),
    handOvers.length > 0 && t('replan.handsOver', { count: handOvers.length }),
    asked > 0 && t('replan.parts', { count: asked }),
    withdrawn.length > 0 && t('replan.cancels', { count: withdrawn.length }),
    unplaced.length > 0 && t('replan.none', { count: unplaced.length }),
    left.size > 0 && t('replan.leftOut', { count: left.size }),
  ].filter((part) => part !== false);
  const said = moves.length + others.length > 0 ? [t('replan.moves', { count: moves.length, of: talks }), ...others] : [];
  const go = useGoWords(cycle, rest, form);
  const timeOf = (employeeId: string): string => {
    const from = unplaced.find(({ employee }) => employee.id === employeeId)?.from;
    return from ? dates.shortTime(from.start, from.end) : t('progress.withoutTime', { count: 1 });
  };
  return (
    <>
      <Section title={said.length > 0 ? t('look.heading') : t('replan.nothing')} look="strong">
        <div className={styles.result} role="status">
          {said.length > 0 ? (
            <Title3 as="h3" className={styles.count}>
              {said.join(', ')}
            </Title3>
          ) : (
            <Text>{t('replan.nothingText', { count: talks })}</Text>
          )}
          {go && (
            <>
              <Button
                appearance="primary"
                disabledFocusable={isOld || form.isAccepting}
                icon={form.isAccepting ? <Spinner size="tiny" /> : undefined}
                onClick={form.accept}
              >
                {go}
              </Button>
              <Text className={styles.quiet}>{t('replan.goHint')}</Text>
            </>
          )}
        </div>
      </Section>
      {unplaced.length > 0 && (
        <UnplacedList
          unplaced={unplaced}
          launched={{ title: t('replan.unplacedTitle'), hint: t('replan.unplacedHint'), name: t('replan.from'), timeOf }}
          settings={{ ...cycle.settings, ...wish }}
          busy={form.isAsking}
          onApply={(part) => ask(wishPart(part))}
        />
      )}
      <ReplanTables proposal={proposal} form={form} />
      <NoticeList notices={proposal.notices} />
    </>
  );
}

/** What of the settings a re-plan may change. */
function wishPart({ windowFrom, windowTo, bufferMinutes, maxPerDay, rules }: Partial<CycleSettings>) {
  return Object.fromEntries(
    Object.entries({ windowFrom, windowTo, bufferMinutes, maxPerDay, rules }).filter(([, value]) => value !== undefined),
  );
}

/** What the press of the button does, most noticed first; null when there is nothing to do. */
function useGoWords(cycle: Cycle, { moves, given, handOvers, withdrawn, begun }: Proposal, { wish }: ReplanForm): string | null {
  const t = useTexts('cycle');
  if (moves.length > 0) return t('replan.go.moves', { count: moves.length });
  if (given.length > 0) return t('replan.go.given', { count: given.length });
  if (handOvers.length > 0) return t('replan.go.handsOver', { count: handOvers.length });
  const asked = begun.filter(({ until }) => until === null).length;
  if (asked > 0) return t('replan.go.parts', { count: asked });
  if (withdrawn.length > 0) return t('replan.go.cancels', { count: withdrawn.length });
  return hasNewRules({ ...cycle, settings: { ...cycle.settings, rules: rulesIn(cycle.settings) } }, wish) ? t('replan.go.rules') : null;
}
