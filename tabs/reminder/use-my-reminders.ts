/** One's own choices about reminders while they are being changed: what is stored, what is filled in, what is wrong with it, and saving it. */
import { useState } from 'react';
import { readMyReminders, saveMyReminders, type Choices } from '#api/reminder/choices/contract.ts';
import { wrongChoice, type WrongChoice } from '#api/reminder/choices/rules.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';

export type ReminderForm = {
  choices: Choices | null;
  change: (part: Partial<Choices>) => void;
  wrong: WrongChoice | null;
  unsaved: boolean;
  saving: boolean;
  /** Stored since the page was opened, and not changed since. */
  saved: boolean;
  error: unknown;
  retry: () => void;
  save: () => void;
};

/** Outlives the page, so that a look at another tab loses nothing. */
let kept: Choices | null = null;

export function useMyReminders(): ReminderForm {
  const read = useRead(readMyReminders, {});
  const keep = useKeep();
  const [changed, setChanged] = useState(kept);
  const send = useSend(saveMyReminders, {
    onDone: (stored, given) => {
      keep(readMyReminders, {}, stored);
      // What was changed while it was being saved is still to be saved.
      if (kept === given.body) {
        kept = null;
        setChanged(null);
      }
    },
  });
  const choices = changed ?? read.data?.choices ?? null;
  const wrong = choices ? wrongChoice(choices) : null;
  return {
    choices,
    change: (part) => {
      if (!choices) return;
      kept = { ...choices, ...part };
      setChanged(kept);
    },
    wrong,
    unsaved: changed !== null,
    saving: send.isPending,
    saved: send.isSuccess && changed === null,
    error: send.error ?? read.error,
    // Somebody else's window was faster: read what is stored, keep what is filled in here.
    retry: () => void read.refetch().then(() => send.reset()),
    save: () => {
      if (changed && read.data && !wrong) send.mutate({ version: read.data.version, body: changed });
    },
  };
}
