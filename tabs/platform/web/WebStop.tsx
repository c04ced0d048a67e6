/** Shown in a plain browser while nobody is signed in: what happened, and what to do. */
import { Button } from '@fluentui/react-components';
import { Suspense } from 'react';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { useTexts } from '../texts/texts.ts';
import type { WebStopReason } from './web-session.ts';

export type WebStopProps = { why: WebStopReason; onSignIn: () => void };

export function WebStop(props: WebStopProps) {
  return (
    <main>
      <Suspense fallback={<PageSkeleton />}>
        <Said {...props} />
      </Suspense>
    </main>
  );
}

/** Whoever was not on the way in yet does not sign in again. */
const label: Partial<Record<WebStopReason, 'signIn' | 'tryAgain'>> = {
  'signed-out': 'signIn',
  'no-storage': 'tryAgain',
  'no-connection': 'tryAgain',
  failed: 'tryAgain',
};

function Said({ why, onSignIn }: WebStopProps) {
  const t = useTexts('web');
  // What storage a browser allows is read when the page begins.
  const act = why === 'no-storage' ? () => window.location.reload() : onSignIn;
  const action = (
    <Button appearance="primary" onClick={act}>
      {t(label[why] ?? 'again')}
    </Button>
  );
  return <EmptyState title={t(`stop.${why}.title`)} text={t(`stop.${why}.text`)} action={why === 'done' ? undefined : action} />;
}
