/** What of a plan cannot stay after it has waited for its launch, and one press that finds new times for that alone. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Cycle } from '#api/cycle/contract.ts';
import type { Outdated } from '#api/cycle/outdated/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import type { Waited } from './use-waited.ts';

const useStyles = makeStyles({
  line: { minHeight: '28px', display: 'flex', alignItems: 'center', gap: '8px', outlineStyle: 'none' },
  // Stays on the page, so that what comes into it is read out.
  none: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden' },
  words: { display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  go: { alignSelf: 'flex-start' },
});

export function PlanWaited({ cycle, waited }: { cycle: Cycle; waited: Waited }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const { seen, isLooking, error, retry, renewed } = waited;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that had it is gone.
    if (renewed && document.activeElement === document.body) line.current?.focus();
  }, [renewed, isLooking]);
  const fits = seen !== null && countOf(seen) === 0;
  const hasChanges = seen !== null && countOf(seen) > 0;
  return (
    <>
      <ProblemNotice error={error} onRetry={retry} />
      <div role="status" ref={line} tabIndex={-1} className={hasChanges ? styles.none : styles.line}>
        {isLooking && <Spinner size="tiny" label={t('outdated.looking')} />}
        {!isLooking && renewed && fits && (
          <Text>{t('outdated.renewed', { count: renewed.moved, stay: t('outdated.kept', { count: renewed.kept }) })}</Text>
        )}
        {!isLooking && !renewed && fits && (
          <Text className={styles.quiet}>{t('outdated.fits', { when: dates.inText.instant(seen.readAt) })}</Text>
        )}
      </div>
      {hasChanges && <Changes cycle={cycle} seen={seen} waited={waited} />}
    </>
  );
}

const countOf = ({ counts }: Outdated): number => counts.soon + counts.taken + counts.changed;

function Changes({ cycle, seen, waited: { isRenewing, renew } }: { cycle: Cycle; seen: Outdated; waited: Waited }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const { counts, first, stay } = seen;
  const count = countOf(seen);
  const days = cycle.settings.prepareDays;
  // Without days to prepare, only what has gone by is too soon.
  const soon = days === 0 ? 'past' : 'soon';
  return (
    <Section title={t('outdated.heading')} look="strong">
      <div className={styles.words} role="status">
        {counts.soon > 0 && <Text>{t(`outdated.${soon}`, { count: counts.soon, days: t('when.days', { count: days }) })}</Text>}
        {counts.taken > 0 && <Text>{t('outdated.taken', { count: counts.taken })}</Text>}
        {counts.changed > 0 && <Text>{t('outdated.changed', { count: counts.changed })}</Text>}
        <Text className={styles.quiet}>{t('outdated.kept', { count: stay })}</Text>
        {counts.soon === 0 && <Text className={styles.quiet}>{t('outdated.anyway')}</Text>}
      </div>
      <Fold title={t('outdated.which', { count })}>
        <ul className={styles.list}>
          {first.map(({ employee, start, because }) => (
            <li key={employee.id}>
              {[employee.name, start && dates.inText.instant(start), t(`outdated.because.${because === 'soon' ? soon : because}`)]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
          {count > first.length && <li>{t('outdated.more', { count: count - first.length })}</li>}
        </ul>
      </Fold>
      <Button
        appearance="primary"
        className={styles.go}
        disabledFocusable={isRenewing}
        icon={isRenewing ? <Spinner size="tiny" /> : undefined}
        onClick={renew}
      >
        {isRenewing ? t('look.planning') : t('outdated.go', { count })}
      </Button>
    </Section>
  );
}
