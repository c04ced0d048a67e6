/** Where overviews show the next check-in: nothing, and nothing loaded, until there is one. */
import { lazy, Suspense } from 'react';
import type { Talk } from '#api/talk/contract.ts';

const NextCheckIn = lazy(async () => ({ default: (await import('./NextCheckIn.tsx')).NextCheckIn }));

export function CheckInPlace({ talk }: { talk: Talk }) {
  if (!talk.nextCheckIn || !talk.finishedAt) return null;
  return (
    <Suspense fallback={null}>
      <NextCheckIn talk={talk} />
    </Suspense>
  );
}
