/** For HR: how much the access logs of a cycle hold by month, and whether they are whole. Numbers only, counted when they are asked for. */
import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { countAccesses, type MonthCounts } from '#api/privacy/access-count/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  ground: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0, outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function AccessCounts({ cycleId }: { cycleId: string }) {
  const t = useTexts('privacy');
  const [open, setOpen] = useState(false);
  const title = t('counts.title');
  return (
    <Section title={title} lead={t('counts.lead')}>
      {open ? (
        <Asked>
          <Counts cycleId={cycleId} />
        </Asked>
      ) : (
        <div>
          <Button onClick={() => setOpen(true)} aria-label={t('opened.showAll', { title })}>
            {t('opened.show')}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** Takes the focus when it comes: what it was asked for with is gone from the page. */
function Asked({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const ground = useRef<HTMLDivElement>(null);
  useEffect(() => ground.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={ground} tabIndex={-1} className={styles.ground}>
      {children}
    </div>
  );
}

function Counts({ cycleId }: { cycleId: string }) {
  const styles = useStyles();
  const t = useTexts('privacy');
  const dates = useDates();
  const { data, error, isPending, refetch } = useRead(countAccesses, { params: { cycleId } });
  if (isPending) return <BlockSkeleton size={96} />;
  if (!data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const { months, checkedAt, whole } = data;
  return (
    <>
      {!whole && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('counts.brokenTitle')}</MessageBarTitle>
            {t('counts.brokenText')}
          </MessageBarBody>
        </MessageBar>
      )}
      <Text className={styles.quiet}>{checkedAt ? t('counts.checked', { day: dates.inText.day(checkedAt) }) : t('counts.unchecked')}</Text>
      {months.length === 0 ? (
        <Text>{t('counts.none')}</Text>
      ) : (
        <ul className={styles.list} aria-label={t('counts.title')}>
          {months.map((month) => (
            <Month key={month.month} {...month} />
          ))}
        </ul>
      )}
    </>
  );
}

function Month({ month, accesses, refused }: MonthCounts) {
  const styles = useStyles();
  const t = useTexts('privacy');
  const name = new Intl.DateTimeFormat(useLanguage(), { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <li>
      <Text weight="semibold" block>
        {name.format(new Date(`${month}-01T00:00:00Z`))}
      </Text>
      <Text className={styles.quiet}>
        {[
          accesses === null ? t('counts.few') : t('counts.opened', { count: accesses }),
          refused === null ? '' : t('counts.refused', { count: refused }),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
    </li>
  );
}
