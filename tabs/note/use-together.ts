/** What two pages with the same notes open tell each other beside the text: how far each is, and who is here. A hint only: what holds is read from the server. */
import { useEffect } from 'react';
import type { Notes, NotesLook } from './use-notes.ts';

export type Together = {
  /** Rises with each thing that the other should look at. */
  mark: number;
  /** The other's mark is higher. */
  onAhead: () => void;
  /** Names of the others who are here. */
  onOthers: (names: string[]) => void;
};

/** The highest mark of the others, checked by hand, for it comes from another's browser. */
export function highestMark(states: Iterable<unknown>): number {
  let highest = 0;
  for (const state of states) {
    const mark: unknown = typeof state === 'object' && state !== null && 'mark' in state ? state.mark : 0;
    if (typeof mark === 'number' && Number.isSafeInteger(mark) && mark > highest) highest = mark;
  }
  return highest;
}

export function useTogether(notes: Notes | null, { others }: NotesLook, together: Together | undefined): void {
  const { mark, onAhead, onOthers } = together ?? {};
  useEffect(() => {
    if (!notes || mark === undefined) return undefined;
    const { awareness } = notes;
    awareness.setLocalStateField('mark', mark);
    // Told once per height: a mark that is too high, from a program gone wrong, does not make us ask for ever.
    let told = mark;
    const look = (): void => {
      const highest = highestMark(awareness.getStates().values());
      if (highest <= told) return;
      told = highest;
      onAhead?.();
    };
    awareness.on('change', look);
    return () => awareness.off('change', look);
  }, [notes, mark, onAhead]);
  useEffect(() => onOthers?.(others), [onOthers, others]);
}
