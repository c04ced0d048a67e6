/** Gives a talk's time as a calendar file: for a calendar that Samtal does not write into. */
import { useState } from 'react';
import { readCalendarFile } from '#api/talk/booking/contract.ts';
import { asRefused, type Refused } from '#tabs/platform/call/refused.ts';
import { useCall } from '#tabs/platform/call/use-call.ts';
import { saveAs } from '#tabs/platform/files/save-as.ts';

export function useCalendarFile(talkId: string): { save: () => Promise<void>; problem: Refused | null } {
  const call = useCall();
  const [problem, setProblem] = useState<Refused | null>(null);
  const save = async (): Promise<void> => {
    try {
      setProblem(null);
      saveAs('samtal.ics', 'text/calendar', await call(readCalendarFile, { params: { talkId } }));
    } catch (thrown) {
      setProblem(asRefused(thrown));
    }
  };
  return { save, problem };
}
