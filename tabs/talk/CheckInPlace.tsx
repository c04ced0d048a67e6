/** Where overviews show the next check-in: nothing, and nothing loaded, until there is one. */
import type { Talk } from '#api/talk/contract.ts';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';

const NextCheckIn = laterPart(
  async () => (await import('./NextCheckIn.tsx')).NextCheckIn,
  () => null,
);

export const CheckInPlace = ({ talk }: { talk: Talk }) => (talk.nextCheckIn && talk.finishedAt ? <NextCheckIn talk={talk} /> : null);
