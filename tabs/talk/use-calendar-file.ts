/** Gives a talk's time as a calendar file: for a calendar that Samtal does not write into. */
import { useState } from 'react';
import { readCalendarFile } from '#api/talk/booking/contract.ts';
import { asRefused, type Refused } from '#tabs/platform/call/refused.ts';
import { useCall } from '#tabs/platform/call/use-call.ts';

export function useCalendarFile(talkId: string): { save: () => Promise<void>; problem: Refused | null } {
  const call = useCall();
  const [problem, setProblem] = useState<Refused | null>(null);
  const save = async (): Promise<void> => {
    try {
      setProblem(null);
      saveAs('samtal.ics', await call(readCalendarFile, { params: { talkId } }));
    } catch (thrown) {
      setProblem(asRefused(thrown));
    }
  };
  return { save, problem };
}

/** The only way a page has to give somebody a file. */
function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
