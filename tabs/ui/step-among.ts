/** Up, down, Home and End among many like things: names in a list, boxes to tick. With Tab alone the way past forty of them is long. */
import type { KeyboardEvent } from 'react';

/** What listens to keys on whatever holds them. @param selector of what is stepped among; keys pressed elsewhere in there mean what they always do */
export const stepAmong =
  (selector: string) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
    const at = all.findIndex((one) => one === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const next = at === -1 || to === undefined ? undefined : all[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
