/** For somebody who has left and opens their link: until when it works, whether it was used, and their file. Nobody is signed in here. */
import { Text } from '@fluentui/react-components';
import { exportLeftJson, exportLeftPage, readLeft } from '#api/privacy/leaving/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { localDay, sayDay, sayTime } from '#tabs/platform/texts/dates.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useNow } from '#tabs/platform/texts/use-dates.ts';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { DataFiles } from './DataFiles.tsx';

const entries = { page: exportLeftPage, json: exportLeftJson };

/** @param hasSecret false once the page is loaded again: nothing on it remembers the link */
export function LeavingPage({ hasSecret }: { hasSecret: boolean }) {
  const t = useTexts('data');
  return (
    <main>
      <Page title={t('left.title')} lead={t('left.lead')} narrow>
        {hasSecret ? <Opened /> : <EmptyState title={t('left.again')} text={t('left.againText')} />}
      </Page>
    </main>
  );
}

function Opened() {
  const t = useTexts('data');
  const { data, error, refetch } = useRead(readLeft, {});
  const place = { language: useLanguage(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  const now = useNow();
  if (error && !data && error.reason === 'link-opens-nothing') return <EmptyState title={t('left.closed')} text={t('left.closedText')} />;
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const when = (at: string): { day: string; time: string } => ({
    day: sayDay(new Date(at), now, place),
    time: sayTime(new Date(at), place),
  });
  return (
    <Section title={t('left.file')} lead={t('left.fileLead')}>
      <Text>{t('left.until', when(data.until))}</Text>
      {data.lastOpenedAt && <Text>{t('left.used', { count: data.openings, ...when(data.lastOpenedAt) })}</Text>}
      <Text>{t('file.careful')}</Text>
      <DataFiles day={localDay(now, place.timeZone)} entries={entries} saidSaved={(name) => t('left.saved', { name })} />
    </Section>
  );
}
