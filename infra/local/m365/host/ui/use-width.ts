/** How wide an element is, while it changes. */
import { useState, type RefCallback } from 'react';

/** Below this there is room for one column only. */
export const narrowBelow = 640;

/** Zero until it has been measured. */
export function useWidth(): [RefCallback<HTMLElement>, number] {
  const [width, setWidth] = useState(0);
  const [measure] = useState<RefCallback<HTMLElement>>(() => (element: HTMLElement | null) => {
    if (!element) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  });
  return [measure, width];
}
