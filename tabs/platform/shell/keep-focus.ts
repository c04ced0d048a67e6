/**
 * When what has the focus goes from the page (a form that closes, a row that is removed, a button whose act is done), the keyboard goes on in its place:
 * at what stands there now, else at what comes next, else at what comes before, each as near as can be. Otherwise nothing would have the focus, and a
 * screen reader would begin at the top. What the page itself chooses comes first. Whoever points is left alone: on a telephone the letters would come up.
 */

/** An element around the one with the focus; which of its children that one is in, and its place among them. */
type Spot = { around: Element; branch: Element; at: number };

/** So long a page has for choosing itself, in milliseconds. */
const patience = 50;
const stops = 'a[href], button, input, textarea, select, [tabindex="0"], [contenteditable="true"]';

/** @returns what ends it */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let spots: Spot[] = [];
  let points = false;
  const look = (): void => {
    const at = document.activeElement;
    if (at && at !== document.body) [last, spots] = [at, spotsOf(at)];
    else if (last && !last.isConnected) {
      last = null;
      const lost = spots;
      setTimeout(() => goOn(lost), patience);
    }
  };
  const goOn = (lost: Spot[]): void => {
    if (points || !document.hasFocus() || document.activeElement !== document.body) return;
    nextTo(lost)?.focus();
  };
  const watch = (event: Event): void => void (points = event.type === 'pointerdown');
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', look);
  for (const type of ['pointerdown', 'keydown']) document.addEventListener(type, watch, true);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', look);
    for (const type of ['pointerdown', 'keydown']) document.removeEventListener(type, watch, true);
  };
}

/** From the inside out, as far as the page goes: not on to the tabs above it. */
function spotsOf(one: Element): Spot[] {
  const spots: Spot[] = [];
  for (let child = one; child.parentElement && !child.matches('main, body'); child = child.parentElement)
    spots.push({ around: child.parentElement, branch: child, at: [...child.parentElement.children].indexOf(child) });
  return spots;
}

function nextTo(spots: Spot[]): HTMLElement | undefined {
  const left = spots.filter(({ around }) => around.isConnected);
  const near = left.flatMap(({ around, branch, at }) => {
    const all = [...around.children];
    // Where the branch is still there, what is left of it was looked at further in.
    return [...all.slice(branch.isConnected ? at + 1 : at), ...all.slice(0, at).reverse()];
  });
  return near.map((one) => stopsIn(one)[0]).find(Boolean);
}

const stopsIn = (one: Element): HTMLElement[] =>
  [one, ...one.querySelectorAll(stops)].filter(
    (each): each is HTMLElement =>
      each instanceof HTMLElement && each.matches(stops) && each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility(),
  );
