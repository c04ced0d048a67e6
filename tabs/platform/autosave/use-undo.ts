/** One step back where a box's own undo does not reach: after a choice, a clearing, or taking the other version. Typing since then ends it. */
import { useState } from 'react';
import type { Autosave } from './use-autosave.ts';

export type Undo = {
  /** Takes the last step back; null when there is none. */
  undo: (() => void) | null;
  /** Writes this as a step that can be taken back. */
  choose: (text: string) => void;
  /** Takes the version that is saved now, as such a step. */
  takeOther: () => void;
};

export function useUndo({ text, conflict, type, takeOther }: Autosave): Undo {
  const [step, setStep] = useState<{ before: string; after: string } | null>(null);
  const isLast = step !== null && step.after === text && step.before !== text;
  return {
    undo: isLast ? () => type(step.before) : null,
    choose(after) {
      setStep({ before: text, after });
      type(after);
    },
    takeOther() {
      if (conflict) setStep({ before: text, after: conflict.text });
      takeOther();
    },
  };
}
