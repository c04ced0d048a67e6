/** Pages by name, each loaded when it is first needed. main.tsx fills the table; nothing here knows a feature. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { PageName } from '../routes/routes.ts';

/** What a page is given: the ids of its place. */
export type PageProps = { cycleId?: string; talkId?: string };
type Shown<P> = ComponentType<P>;

export type LazyPage = { Page: LazyExoticComponent<Shown<PageProps>>; preload: () => void };
export type Pages = Record<PageName | 'panel', LazyPage>;

/** A page that is loaded when it is first shown, or a little earlier with `preload`. */
export function lazyPage<P extends PageProps>(load: () => Promise<Shown<P>>): LazyPage {
  // A place always carries the ids that its page needs (routes.ts), so the page's own, narrower properties are met.
  return {
    Page: lazy(async () => ({ default: (await load()) as Shown<PageProps> })),
    // Only a head start: when it fails, showing the page tries again and reports it.
    preload: () => void load().catch(() => undefined),
  };
}
