/** The first of many rows, and all of them at a press: what matters most comes first, and a telephone is not scrolled for ever. Sorts nothing. */
import { useEffect, useRef, useState, type RefObject } from 'react';

const atOnce = 15;
/** So few more come along: a button for them would be no shorter. */
const few = 3;

type FirstRows<Row> = { ground: RefObject<HTMLDivElement | null>; shown: Row[]; rest: number; showAll: () => void };

/** @param inRow selector of what is focused in a row, within `ground`: the keyboard goes on where the new rows begin */
export function useFirstRows<Row>(rows: Row[], inRow: string): FirstRows<Row> {
  const ground = useRef<HTMLDivElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  const shown = firstRows(rows, isWhole);
  useEffect(() => {
    if (isWhole) ground.current?.querySelectorAll<HTMLElement>(inRow)[atOnce]?.focus();
  }, [isWhole, inRow]);
  return { ground, shown, rest: rows.length - shown.length, showAll: () => setIsWhole(true) };
}

/** Which rows are shown. Pure. */
export const firstRows = <Row>(rows: Row[], isWhole: boolean): Row[] =>
  isWhole || rows.length <= atOnce + few ? rows : rows.slice(0, atOnce);
