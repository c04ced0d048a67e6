/** Pages by name, each loaded when it is first needed. main.tsx fills the table; nothing here knows a feature. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { notLoaded } from '../call/refused.ts';
import type { PageName } from '../routes/routes.ts';

/** What a page is given: the ids of its place. */
export type PageProps = { cycleId?: string; talkId?: string; employeeId?: string };
type Shown<P> = ComponentType<P>;

/** A page or a part of the frame. `renew`: the next time it is shown it is fetched again; React would remember a failure for ever. */
export type Lazy<P> = { Page: LazyExoticComponent<Shown<P>>; preload: () => void; renew: () => void };
export type LazyPage = Lazy<PageProps>;
export type Pages = Record<PageName | 'panel', LazyPage>;

/** A page that is loaded when it is first shown, or a little earlier with `preload`. What cannot be loaded throws a `Refused` ('not-loaded'). */
export function lazyPage<P extends PageProps>(load: () => Promise<Shown<P>>): LazyPage {
  // A place always carries the ids that its page needs (routes.ts), so the page's own, narrower properties are met.
  return lazyPart(async () => (await load()) as Shown<PageProps>);
}

/** The same for a part of the frame. */
export function lazyPart<P>(load: () => Promise<Shown<P>>): Lazy<P> {
  const make = (): LazyExoticComponent<Shown<P>> => lazy(async () => ({ default: await load().catch(notLoaded) }));
  const part: Lazy<P> = {
    Page: make(),
    // Only a head start: when it fails, showing the page tries again and reports it.
    preload: () => void load().catch(() => undefined),
    renew: () => void (part.Page = make()),
  };
  return part;
}
