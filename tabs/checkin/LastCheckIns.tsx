/** On My talk: the check-ins of the last talk that was held, wherever the next one stands. Nothing while none was held. */
import { listMyTalks } from '#api/talk/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { CheckIns } from './CheckIns.tsx';

export function LastCheckIns() {
  const { data } = useRead(listMyTalks, {});
  const held = data?.talks.find(({ finishedAt }) => finishedAt !== null);
  return held ? <CheckIns key={held.talkId} talkId={held.talkId} other={held.manager.name} /> : null;
}
