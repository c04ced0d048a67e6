/** One's own wishes while they are being changed: what is stored, what is filled in, what is wrong with it, and saving it. */
import { readMyWishes, saveMyWishes, type Wishes } from '#api/wish/contract.ts';
import { wrongWish } from '#api/wish/rules/check-wishes.ts';
import { nothingKept, useFilledIn, useKeptForm, type KeptForm } from '#tabs/platform/autosave/use-kept-form.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';

export type WishForm = KeptForm<Wishes, NonNullable<ReturnType<typeof wrongWish>>>;

/** Outlives the page, so that a look at another tab loses nothing. */
const kept = nothingKept<Wishes>();

export function useMyWishes(): WishForm {
  const { data, error, refetch } = useRead(readMyWishes, {});
  const keep = useKeep();
  const filled = useFilledIn(kept);
  const sending = useSend(saveMyWishes, {
    onDone: (stored, { body }) => {
      keep(readMyWishes, {}, stored);
      filled.onStored(body);
    },
  });
  return useKeptForm(filled, { value: data?.wishes, version: data?.version, error, readAgain: refetch }, sending, wrongWish);
}
