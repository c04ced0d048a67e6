/** The badge "who can see": a few words, and the exact list behind it. Who that is comes from the policy, in the feature that uses it. */
import { Suspense, useState } from 'react';
import { LoadGuard } from '../platform/shell/LoadGuard.tsx';
import { lazyPart } from '../platform/shell/pages.ts';
import { WhoSeesButton, type WhoSeesProps } from './WhoSeesButton.tsx';

const list = lazyPart<WhoSeesProps>(async () => (await import('./WhoSeesList.tsx')).WhoSeesList);

export function WhoSees(props: WhoSeesProps) {
  const [pressed, setPressed] = useState(false);
  const { who, locked = false } = props;
  if (pressed) {
    return (
      <LoadGuard onRetry={list.renew}>
        <Open {...props} />
      </LoadGuard>
    );
  }
  const open = (): void => setPressed(true);
  return (
    <WhoSeesButton who={who} locked={locked} aria-expanded={false} onClick={open} onFocus={list.preload} onPointerEnter={list.preload} />
  );
}

function Open(props: WhoSeesProps) {
  const { Page: List } = list;
  const { who, locked = false } = props;
  return (
    <Suspense fallback={<WhoSeesButton who={who} locked={locked} aria-expanded={false} />}>
      <List {...props} />
    </Suspense>
  );
}
