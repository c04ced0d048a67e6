/** What is being written about an agreement: kept in memory until it is stored, also when its page is left or the agreements are closed meanwhile. */
import { useState } from 'react';
import type { AgreementInput } from '#api/agreement/contract.ts';
import { useDraft } from '#tabs/platform/autosave/use-draft.ts';

/** `id` is made once per form, so that trying again adds nothing twice; `version` is what was read when the form was opened, null for something new. */
export type Writing = { id: string; version: number | null; input: AgreementInput };

/** @param keep what it is kept under, one per form */
export function useWriting(keep: string) {
  const [kept, write] = useDraft(`agreement/${keep}`);
  // Opened and nothing typed yet: nothing that could be lost.
  const [opened, setOpened] = useState<Writing | null>(null);
  const end = (): void => {
    write('');
    setOpened(null);
  };
  return {
    writing: kept === '' ? opened : (JSON.parse(kept) as Writing),
    begin: (next: Writing) => {
      if (kept !== '') write('');
      setOpened(next);
    },
    put: (next: Writing) => write(JSON.stringify(next)),
    end,
  };
}
