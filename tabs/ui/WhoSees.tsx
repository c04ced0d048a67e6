/** The badge "who can see": a few words, and the exact list behind it. Who that is comes from the policy, in the feature that uses it. */
import { useState } from 'react';
import { laterPart } from '../platform/shell/later-part.tsx';
import { WhoSeesButton, type WhoSeesProps } from './WhoSeesButton.tsx';

const List = laterPart<WhoSeesProps>(
  async () => (await import('./WhoSeesList.tsx')).WhoSeesList,
  ({ who, locked = false }) => <WhoSeesButton who={who} locked={locked} aria-expanded={false} />,
);

export function WhoSees(props: WhoSeesProps) {
  const [pressed, setPressed] = useState(false);
  const { who, locked = false } = props;
  if (pressed) return <List {...props} />;
  const open = (): void => setPressed(true);
  return (
    <WhoSeesButton who={who} locked={locked} aria-expanded={false} onClick={open} onFocus={List.preload} onPointerEnter={List.preload} />
  );
}
