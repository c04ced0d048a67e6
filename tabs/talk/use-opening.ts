/** Opening the other times of a talk: whether they are open, and where focus goes when they close. */
import { useRef, useState } from 'react';
import type { Talk } from '#api/talk/contract.ts';

/** @param atFirst open as soon as the page is there */
export function useOpening(atFirst = false) {
  const [open, setOpen] = useState(atFirst);
  const button = useRef<HTMLButtonElement>(null);
  return {
    open,
    button,
    onToggle: () => setOpen(!open),
    onClose: () => {
      setOpen(false);
      button.current?.focus();
    },
  };
}

/** How often a list with these talks is read again: a move takes a second or two. */
export const listEvery = (talks: Pick<Talk, 'move'>[] = []): number =>
  talks.some(({ move }) => move?.outcome === 'under-way') ? 1_500 : 30_000;
