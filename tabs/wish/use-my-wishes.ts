/** One's own wishes while they are being changed: what is stored, what is filled in, what is wrong with it, and saving it. */
import { useState } from 'react';
import { readMyWishes, saveMyWishes, type Wishes } from '#api/wish/contract.ts';
import { wrongWish } from '#api/wish/rules/check-wishes.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';

export type WishForm = {
  wishes: Wishes | null;
  change: (part: Partial<Wishes>) => void;
  wrong: ReturnType<typeof wrongWish>;
  unsaved: boolean;
  saving: boolean;
  /** Stored since the page was opened, and not changed since. */
  saved: boolean;
  error: unknown;
  retry: () => void;
  save: () => void;
};

/** Outlives the page, so that a look at another tab loses nothing. */
let kept: Wishes | null = null;

export function useMyWishes(): WishForm {
  const read = useRead(readMyWishes, {});
  const keep = useKeep();
  const [changed, setChanged] = useState(kept);
  const send = useSend(saveMyWishes, {
    onDone: (stored, given) => {
      keep(readMyWishes, {}, stored);
      // What was changed while it was being saved is still to be saved.
      if (kept === given.body) {
        kept = null;
        setChanged(null);
      }
    },
  });
  const wishes = changed ?? read.data?.wishes ?? null;
  const wrong = wishes ? wrongWish(wishes) : null;
  return {
    wishes,
    change: (part) => {
      if (!wishes) return;
      kept = { ...wishes, ...part };
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
