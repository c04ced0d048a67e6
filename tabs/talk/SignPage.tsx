/** Reading through and signing a talk that was held. */
import { useCallback } from 'react';
import { HeardQuestions } from '#tabs/insight/HeardQuestions.tsx';
import { NotFound } from '#tabs/platform/shell/NotFound.tsx';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Readers } from '#tabs/privacy/Readers.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { Signing } from './Signing.tsx';
import { TalkSteps } from './TalkSteps.tsx';
import { useTalk } from './use-talk.ts';

export function SignPage({ talkId = '' }: { talkId?: string }) {
  const t = useTexts('signing');
  const { data: talk, error, refetch } = useTalk(talkId);
  const readAgain = useCallback(async () => (await refetch()).data, [refetch]);
  if (error?.reason === 'not-found') return <NotFound />;
  if (!talk && !error) return <PageSkeleton />;
  const other = talk && (talk.me === 'employee' ? talk.manager : talk.employee);
  return (
    <Page
      title={t('title')}
      {...(other ? { lead: t('lead', { name: other.name }) } : {})}
      back={{ to: { page: 'talk', talkId }, text: t('back') }}
      narrow
    >
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {talk && (
        <>
          {talk.status !== 'closed' && <TalkSteps talk={talk} />}
          <Signing talk={talk} readAgain={readAgain} badge={<Readers talk={talk} item="statements" />} />
          {talk.status !== 'closed' && <HeardQuestions talk={talk} />}
        </>
      )}
    </Page>
  );
}
