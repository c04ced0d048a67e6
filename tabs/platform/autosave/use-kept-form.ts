/** A form with a button that saves: what is stored, what is filled in, what is wrong with it. What is filled in outlives the page, in memory only. */
import { useState } from 'react';

/** What was filled in and is not stored yet; one per form, beside the hook that uses it. */
export type Kept<T> = { now: () => T | null; keep: (next: T | null) => void };

export function nothingKept<T>(): Kept<T> {
  let kept: T | null = null;
  return { now: () => kept, keep: (next) => void (kept = next) };
}

type Stored<T> = {
  /** As it was last read; undefined until it has been. */
  value: T | undefined;
  version: number | undefined;
  error: unknown;
  readAgain: () => Promise<unknown>;
};
type Sending<T> = {
  isPending: boolean;
  isSuccess: boolean;
  error: unknown;
  reset: () => void;
  mutate: (given: { version: number; body: T }) => void;
};

export type KeptForm<T, W> = {
  value: T | null;
  change: (part: Partial<T>) => void;
  wrong: W | null;
  unsaved: boolean;
  saving: boolean;
  /** Stored since the page was opened, and not changed since. */
  saved: boolean;
  error: unknown;
  retry: () => void;
  save: () => void;
};

/** What is being filled in, and the way to say that it was stored: what was changed while it was being saved is still to be saved. */
export function useFilledIn<T extends object>(kept: Kept<T>) {
  const [filledIn, setFilledIn] = useState(kept.now);
  const put = (next: T | null): void => {
    kept.keep(next);
    setFilledIn(next);
  };
  return { filledIn, put, onStored: (body: T) => void (kept.now() === body && put(null)) };
}

/** @param wrongIn what is wrong with a value, or null; the server decides again */
export function useKeptForm<T extends object, W>(
  { filledIn, put }: Pick<ReturnType<typeof useFilledIn<T>>, 'filledIn' | 'put'>,
  stored: Stored<T>,
  sending: Sending<T>,
  wrongIn: (value: T) => W | null,
): KeptForm<T, W> {
  const value = filledIn ?? stored.value ?? null;
  const wrong = value ? wrongIn(value) : null;
  return {
    value,
    change: (part) => void (value && put({ ...value, ...part })),
    wrong,
    unsaved: filledIn !== null,
    saving: sending.isPending,
    saved: sending.isSuccess && filledIn === null,
    error: sending.error ?? stored.error,
    // Somebody else's window was faster: read what is stored, keep what is filled in here.
    retry: () => void stored.readAgain().then(() => sending.reset()),
    save: () => {
      if (filledIn && stored.version !== undefined && !wrong) sending.mutate({ version: stored.version, body: filledIn });
    },
  };
}
