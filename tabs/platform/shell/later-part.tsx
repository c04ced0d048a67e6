/** A part of a page whose code comes when it is first shown. What cannot be fetched is said in its place, with a way to try again; the page around it stays. */
import { Suspense, type ReactNode } from 'react';
import { LoadGuard } from './LoadGuard.tsx';
import { lazyPart, type Lazy } from './pages.ts';

export type LaterPart<P> = ((props: P) => ReactNode) & Pick<Lazy<P>, 'preload'>;

/** @param meanwhile what stands there until the code has come; the props tell what it is about */
export function laterPart<P extends object>(load: Parameters<typeof lazyPart<P>>[0], meanwhile: (props: P) => ReactNode): LaterPart<P> {
  const part = lazyPart<P>(load);
  function Later(props: P): ReactNode {
    const { Page: Loaded } = part;
    return (
      <LoadGuard onRetry={part.renew}>
        <Suspense fallback={meanwhile(props)}>
          <Loaded {...props} />
        </Suspense>
      </LoadGuard>
    );
  }
  return Object.assign(Later, { preload: part.preload });
}
