/**
 * Remembers over the way to Microsoft Entra and back which page a link named: in this window only, as a place of the tab, never as an address. So
 * whatever stands there cannot lead to another site.
 */
import { pathOf, placeOf } from '../routes/routes.ts';

const key = 'samtal.place';

export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps the place that a path means; one that means nothing is the start page. */
export function keepPlace(store: Kept, path: string): void {
  store.setItem(key, pathOf(placeOf(path) ?? { page: 'my-talk' }));
}

/** The path to go to, once. */
export function takePlace(store: Kept): string {
  const path = pathOf(placeOf(store.getItem(key) ?? '') ?? { page: 'my-talk' });
  store.removeItem(key);
  return path;
}

/** False where the browser keeps nothing for us: then nobody could find the way back from Entra. */
export function canKeep(open: () => Kept): boolean {
  try {
    const store = open();
    store.setItem(`${key}.trial`, 'yes');
    const isKept = store.getItem(`${key}.trial`) === 'yes';
    store.removeItem(`${key}.trial`);
    return isKept;
  } catch {
    // Blocked by a setting of the browser: the answer itself.
    return false;
  }
}
