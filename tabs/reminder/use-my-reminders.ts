/** One's own choices about reminders while they are being changed: what is stored, what is filled in, what is wrong with it, and saving it. */
import { readMyReminders, saveMyReminders, type Choices } from '#api/reminder/choices/contract.ts';
import { wrongChoice, type WrongChoice } from '#api/reminder/choices/rules.ts';
import { nothingKept, useFilledIn, useKeptForm, type KeptForm } from '#tabs/platform/autosave/use-kept-form.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';

/** Outlives the page, so that a look at another tab loses nothing. */
const kept = nothingKept<Choices>();

export function useMyReminders(): KeptForm<Choices, WrongChoice> {
  const { data, error, refetch } = useRead(readMyReminders, {});
  const keep = useKeep();
  const filled = useFilledIn(kept);
  const sending = useSend(saveMyReminders, {
    onDone: (stored, { body }) => {
      keep(readMyReminders, {}, stored);
      filled.onStored(body);
    },
  });
  return useKeptForm(filled, { value: data?.choices, version: data?.version, error, readAgain: refetch }, sending, wrongChoice);
}
